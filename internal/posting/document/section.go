package document

// headingBytes is the length of the longest line that is taken for a heading.
const headingBytes = 80

// headingWords is how many words it may have.
const headingWords = 9

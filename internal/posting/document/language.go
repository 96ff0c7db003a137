package document

import (
	"math/bits"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// functionWords lists the most frequent words of languages that postings are
// written in. It omits English words that at least two of the other languages
// also use.
var functionWords = []struct{ code, words string }{
	{"en", "the and of to with for you our we your will are as or on is this that be have an from by at who"},
	{"de", "und die der das mit für von den wir sie ist zu im eine einen einer auf oder bei dein deine unser als du dich sowie ihr"},
	{"fr", "et les des une dans pour vous nous avec sur du au aux est votre notre nos vos qui le ou sont ce ces"},
	{"es", "y los las del para con una por en el que se tu nuestro nuestra como nuestros equipo más al trabajo"},
	{"pt", "e os as da do dos das para com uma em que na no por você sua seu mais como nosso nossa equipe ou"},
	{"it", "e il di che per con una del della dei le gli nel nella sono si alla lavoro da più ed nostro al"},
	{"nl", "en het een van voor met je wij bij aan ons onze jouw zijn als naar ook werken dat die op de jij"},
	{"pl", "i w z na do się oraz dla jest że nie nas po od przez praca który lub twój naszego jako o"},
	{"sv", "och att du vi för med som en ett av på är till har din vår våra inom om kommer eller oss"},
	{"da", "og at du vi til med som en et af på er for har din vores hos det eller dig den kan"},
	{"cs", "a v na se s pro je že do jako naše nás budeš máš nebo ti si práce od po tým"},
}

// languagesOf maps each function word to a bit set of its languages.
var languagesOf = sync.OnceValue(func() map[string]uint {
	m := map[string]uint{}
	for i, l := range functionWords {
		for _, w := range strings.Fields(l.words) {
			m[w] |= 1 << i
		}
	}
	return m
})

// A language is determined from at least languageWords words. At least
// languagePart percent of them must be frequent words of the language.
const (
	languageWords = 20
	enoughWords   = 1000 // maximum number of words examined
	languagePart  = 8
)

// scripts lists scripts that identify text as not English.
var scripts = []struct {
	code  string
	table *unicode.RangeTable
}{
	{"ja", unicode.Hiragana}, {"ja", unicode.Katakana}, {"ko", unicode.Hangul}, {"zh", unicode.Han}, {"ru", unicode.Cyrillic},
	{"el", unicode.Greek}, {"he", unicode.Hebrew}, {"ar", unicode.Arabic}, {"th", unicode.Thai}, {"hi", unicode.Devanagari},
}

// languageOf returns the ISO 639-1 code of the language of lines, or "" if
// there are too few words or no language matches.
func languageOf(lines []Line) string {
	hits := make([]int, len(functionWords))
	of := languagesOf()
	total, other := 0, map[string]int{}
	for _, l := range lines {
		if total > enoughWords {
			break
		}
		for w := range strings.FieldsFuncSeq(strings.ToLower(l.Text), notLower) {
			total++
			for b := of[w]; b != 0; b &= b - 1 {
				hits[bits.TrailingZeros(b)]++
			}
			if code := scriptOf(w); code != "" {
				other[code] += max(1, len(w)/6) // Chinese and Japanese don't put spaces between words
			}
		}
	}
	best := 0
	for i := range hits {
		if hits[i] > hits[best] {
			best = i
		}
	}
	for _, s := range scripts {
		if n := other[s.code]; n*4 > total && n > hits[best] {
			return s.code
		}
	}
	if total < languageWords || hits[best]*100 < languagePart*total {
		return ""
	}
	return functionWords[best].code
}

// notLower reports whether a character of a text in lower case isn't a letter.
func notLower(r rune) bool {
	if r <= unicode.MaxASCII {
		return r < 'a' || r > 'z'
	}
	return !unicode.IsLetter(r)
}

func scriptOf(word string) string {
	first, _ := utf8.DecodeRuneInString(word)
	if first < 0x370 {
		return ""
	}
	for _, s := range scripts {
		if unicode.Is(s.table, first) {
			return s.code
		}
	}
	return ""
}

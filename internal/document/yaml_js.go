package document

// YAML reports that the browser reads JSON only: the YAML library would be the
// larger part of the page.
func (d *Document) YAML([]byte) *Node {
	d.fail(1, 1, "is not JSON, which is all that is read here")
	return nil
}

// HasComments reports false: JSON has no comments.
func HasComments([]byte) bool { return false }

package page

// A Checklist is a list of tasks with checkboxes.
type Checklist []Task

// A Task is an item with a checkbox, which replaces the item's mark.
type Task struct {
	Done bool
	Item
}

func (l Checklist) margins() (above, below int) { return 0, 1 }

func (l Checklist) text(w *textWriter) {
	for _, t := range l {
		t.Item.text(w, "["+t.choose(checked, " ")+"]")
	}
}

func (l Checklist) spoken(w *textWriter) {
	for _, t := range l {
		t.Item.text(w, t.choose("Done:", "To do:"))
	}
}

func (l Checklist) markdown(w *markdownWriter) {
	for _, t := range l {
		t.Item.markdown(w, "- ["+t.choose("x", " ")+"] ", "")
	}
}

func (l Checklist) html(w *htmlWriter) {
	w.raw("\n<ul class=\"checklist\">")
	for _, t := range l {
		t.Mark = ""
		w.draw(taskHTML, t)
		t.Item.html(w)
		w.raw("</li>")
	}
	w.raw("\n</ul>")
}

// choose returns done if the task is done, and open otherwise.
func (t Task) choose(done, open string) string {
	if t.Done {
		return done
	}
	return open
}

const taskHTML = `
<li>
{{- if .Done}}<span class="box" aria-hidden="true">✓</span><span class="hidden">Done: </span>
{{- else}}<span class="box" aria-hidden="true"></span><span class="hidden">To do: </span>
{{- end}}`

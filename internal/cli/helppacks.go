package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// packsTopic is rolefit help packs.
func packsTopic() *cobra.Command {
	return topic("packs", "How to bring roles and questions of your own", func() (string, error) { return packsText(), nil })
}

// packsText tells how to make a pack, with the limits that the code keeps.
func packsText() string {
	return fmt.Sprintf(packsPage,
		pack.BuiltinID,
		fit.MinFacets, fit.MaxUses, pack.MaxSummary,
		fit.MaxOptionWords, pack.MaxDifference,
		fit.MaxShown, fit.MaxRoles, fit.MaxInterview, fit.MaxShown, fit.MaxShown,
		methodRandom(),
		pack.MaxFile>>10, pack.MaxPack>>10)
}

const packsPage = `Roles of your own: the same instrument, with no line of code.

A pack is a folder of YAML files:

    roles/<id>.yaml        a role: one file each, two or more of them
    quiz/questions.yaml    the questionnaire
    quiz/skills.yaml       skills and how to get better at them
    quiz/conditions.yaml   what comes with a job, such as on-call
    quiz/starts.yaml       where people come from

  Only the roles are required. The name of a role's file is its id.

BEGIN
    rolefit pack init my-roles           three small roles, with comments
    rolefit pack check my-roles          what is wrong, with file and line
    rolefit pack audit my-roles          what it does to simulated people
    rolefit quiz --pack my-roles         take it

  To change the built-in pack instead: rolefit pack init --from %s DIR
  Then give it an 'id' of its own in quiz/questions.yaml: saved results belong to
  the pack of that id, and two packs of one id would be taken for each other.

  Every command takes --pack DIR. To use a pack all the time, set ROLEFIT_PACK to
  its folder, by its full path. To hand it on, hand on the folder. A checkout of
  the repository is a pack too.

  YAML is particular: spaces and never a tab before a line, as many as the lines
  beside it have, and quotes around a text that contains a colon and a space, or a
  space and a #.

  A pack may be in any language; what the program says around it is English. An
  advert is read by the pack's 'terms', so it should be in the same language.

A ROLE
  A role has facets in three dimensions: focus (what you do all day), skills (what
  you get good at) and success (what you are proud of). %d in each are the least;
  5 are better, since no facet is asked by more than %d questions. Each dimension
  has a summary of at most %d words, which must not name the role: the quiz shows
  it as an untitled card.

  A facet has an 'option' for the quiz: at most %d words, in one question at most
  %d more than another, no name of a role, no word of the banned list (which takes
  plurals for other words). Its 'text', which is optional, is what people read
  about the role.
  Write plain verb phrases of one form and equal glamour. What every sensible
  person must agree with tells nothing.

  To add a role, put one file into roles/. Nothing else need be touched.

THE QUESTIONS
  They are assembled from the facets: each shows %d roles, or all where there are
  fewer, every role equally often and in each place equally often. The same pack
  gives the same questions. A pack may have up to %d roles, an interview up to %d
  of them: choose with 'rolefit quiz --roles A,B'. With more than %d roles the
  later questions show the leading %d.

  Questions that you write yourself are used instead when they show enough roles
  and all of them; the two kinds are never mixed, so that the first one you write
  is the whole quiz until the others are there.

  An id stays what it is once people have answered: wording may change, the
  options of a question and their order may not. Raise 'version' when answers
  would mean something else than before.

HOW MANY ROLES
  With more roles luck has it harder to put one clearly ahead of all others. So
  often are random answers called clear:

%s
  Two or three roles make a quiz in which 'clear' says less. The audit of a pack
  measures its own figure.

WHAT THE CHECK IS FOR
  Errors keep a pack from being used; warnings do not, unless --strict is given.
  --format json is for editors and CI. Editors that know YAML check while you
  type: the first line of each file names its schema, and 'rolefit pack init'
  puts the schemas into quiz/schema. See: rolefit pack schema --help

A PACK OF SOMEBODY ELSE'S
  It is data and nothing else: it runs nothing, writes nothing and reads nothing
  outside its folder. A file may hold %d KB, a pack %d KB. Control characters
  and what reorders text are refused.
`

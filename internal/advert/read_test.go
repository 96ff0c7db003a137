package advert

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// gardens is a pack far from computers, with a facet a dimension and role.
func gardens() *fit.Pack {
	role := func(id, title string, terms ...string) fit.Role {
		r := fit.Role{ID: id, Title: title}
		for d, list := range terms {
			r.Parts[d] = fit.Part{Facets: []fit.Facet{{
				ID: fmt.Sprintf("%s%d", id, d), Text: "You do the work of a " + title + " and of nobody else.", Terms: strings.Split(list, ", "),
			}}}
		}
		return r
	}
	p := &fit.Pack{ID: "gardens", Roles: []fit.Role{
		role("fruit", "Fruit Grower", "prune trees, apples", "grafting, wheelbarrow", "heavy harvest"),
		role("lawn", "Greenkeeper", "mow lawns, mow", "drainage, wheelbarrow", "green all year"),
		role("shop", "Florist", "arrange flowers", "bouquets, wheelbarrow", "happy customers"),
	}}
	p.Roles[0].Needs = []fit.Need{{Skill: "cutting", Level: 3}}
	p.Skills = []fit.Skill{{ID: "cutting", Name: "Cutting", Terms: []string{"prune", "shears", "mow lawns"}}}
	return p
}

const garden = "You do the work of the orchard, and so much of it is with nobody else.\n"

func read(t *testing.T, text string) *Reading {
	t.Helper()
	return New(gardens()).Read([]byte(text), Options{})
}

func (r *Reading) role(id string) *Role {
	return &r.Roles[slices.IndexFunc(r.Roles, func(x Role) bool { return x.ID == id })]
}

func terms(evidence []Evidence) (out []string) {
	for _, e := range evidence {
		if e.Term != "" {
			out = append(out, e.Term)
		}
	}
	slices.Sort(out)
	return out
}

func TestReadFindsPhrases(t *testing.T) {
	for _, c := range []struct {
		name, text string
		fruit      []string // terms found for the role
		lawn       []string
	}{
		{"as written", "You prune trees.", []string{"prune trees"}, nil},
		{"other forms", "Pruning of a tree.", []string{"prune trees"}, nil},
		{"stretched", "You prune the old and crooked trees.", []string{"prune trees"}, nil},
		{"too far", "You prune whatever old crooked sick thing grows, and trees.", nil, nil},
		{"other order", "Trees are pruned.", []string{"prune trees"}, nil},
		{"other order, too far", "Trees in autumn, once bare, are pruned.", nil, nil},
		{"other order, a word between", "Trees slowly are pruned.", nil, nil},
		{"a comma counts as a word", "You prune old wood, and trees.", nil, nil},
		{"the next sentence", "You prune. Trees are nice.", nil, nil},
		{"the longest wins", "You mow lawns.", nil, []string{"mow lawns"}},
		{"each for itself", "Mow lawns and mow meadows.", nil, []string{"mow", "mow lawns"}},
		{"all roles say it: worth nothing", "Bring a wheelbarrow.", nil, nil},
		{"no", "There is no grafting.", nil, nil},
		{"never", "You will never mow lawns here.", nil, nil},
		{"no, but of something else", "No weekends, but grafting.", []string{"grafting"}, nil},
		{"not only", "Not only grafting.", []string{"grafting"}, nil},
		{"taken back", "Grafting is not part of this job.", nil, nil},
		{"by others", "Another team does the rest, grafting is done by somebody else.", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, garden+c.text)
			require.Equal(t, c.fruit, terms(r.role("fruit").Evidence))
			require.Equal(t, c.lawn, terms(r.role("lawn").Evidence))
		})
	}
}

func TestEvidenceAddsUpToPointsAndShares(t *testing.T) {
	for _, a := range labelled(t, "adverts") {
		r := New(builtin(t)).Read(append([]byte("Title: Cloud or DevOps Engineer\n"), a.text...), Options{})
		shares := 0.0
		for _, role := range r.Roles {
			points := 0.0
			for _, e := range role.Evidence {
				points += e.Weight
				require.Contains(t, e.Quote, e.Phrase[:strings.IndexAny(e.Phrase+",", ",")])
			}
			require.InDelta(t, role.Points, points, 1e-9)
			shares += role.Share
		}
		require.InDelta(t, 1, shares, 1e-9)
	}
}

func TestWorthOfASentenceFollowsItsPlace(t *testing.T) {
	points := func(text string) float64 { return read(t, garden+text).role("fruit").Points }
	duty := points("What you will do:\n- grafting")
	require.Greater(t, duty, points("What you bring:\n- grafting"))
	require.Greater(t, points("What you bring:\n- grafting"), points("Nice to have:\n- grafting"))
	require.Greater(t, points("Nice to have:\n- grafting"), points("What we offer:\n- grafting"))
	require.Greater(t, duty, points("What you will do:\n- ideally grafting"))
	twice := points("What you will do:\n- grafting\n- grafting")
	require.Greater(t, twice, duty)
	require.Less(t, twice, 2*duty, "repetition saturates")
	require.Less(t, points("What you will do:\n"+strings.Repeat("- grafting\n", 50)), 1.1, "one facet gives one point at most")
}

// An advert without headings is all duties; with them, what stands before is
// not, but for the sentence that says whom they seek.
func TestWorthBeforeTheFirstHeading(t *testing.T) {
	points := func(text string) float64 { return read(t, text).role("fruit").Points }
	require.InDelta(t, points("Tasks:\n- grafting"), points("Tasks are told here and grafting is one."), 1e-9)
	require.Less(t, points("Grafting is old.\nTasks:\n- rest"), points("Tasks:\n- grafting"))
	require.Greater(t, points("We want somebody for grafting.\nTasks:\n- rest"), points("Tasks:\n- grafting"))
}

func TestLikenessNeedsTwoWords(t *testing.T) {
	require.Empty(t, read(t, "The grower sings.").role("fruit").Evidence)
	alike := read(t, "The fruit here has a grower.").role("fruit").Evidence
	require.Len(t, alike, 3, "the same text in each dimension")
	require.Equal(t, "fruit, grower", alike[0].Phrase)
	require.Empty(t, alike[0].Term)
	require.Empty(t, read(t, "There is no fruit here, nor a grower.").role("fruit").Evidence, "a denial is like nothing")
}

// What has no terms is known by the words of its text, from less likeness on.
func TestFacetWithoutTerms(t *testing.T) {
	const text = "The fruit that hangs on crooked branches behind the yellow house every autumn, heavy with rain and full of birds, wasps and " +
		"children, has somebody called grower."
	require.Empty(t, read(t, text).role("fruit").Evidence)
	p := gardens()
	p.Roles[0].Parts[fit.Focus].Facets[0].Terms = nil
	r := New(p).Read([]byte(text), Options{})
	require.Len(t, r.role("fruit").Evidence, 1)
	require.NotContains(t, r.Notes, Bare)
	for i := range p.Roles {
		for _, d := range fit.Dimensions {
			p.Roles[i].Parts[d].Facets[0].Terms = nil
		}
	}
	require.Contains(t, New(p).Read([]byte(text), Options{}).Notes, Bare)
}

func TestStems(t *testing.T) {
	l := newLexicon()
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"deployments", "deploying", true}, {"optimisation", "optimize", true}, {"analyse", "analyzed", true}, {"engineers", "engineer's", true},
		{"developer", "developing", false}, {"production", "products", false}, {"operators", "operations", false}, {"several", "severity", false},
	} {
		require.Equal(t, c.same, stemOf(l.env, c.a) == stemOf(l.env, c.b), "%s, %s", c.a, c.b)
	}
}

func TestVerdict(t *testing.T) {
	fruit := "You will:\n- prune trees\n- graft\n- grafting again and prune trees again\n- bring in a heavy harvest\n"
	lawn := "- mow lawns\n- look after drainage\n- mow lawns and drainage again\n- keep it green all year\n"
	r := read(t, fruit)
	require.Equal(t, One, r.Verdict)
	require.Equal(t, []string{"fruit"}, r.Named)
	r = read(t, fruit+lawn)
	require.Equal(t, Mixed, r.Verdict)
	require.ElementsMatch(t, []string{"fruit", "lawn"}, r.Named)
	r = read(t, garden+"You do the work of nobody else, and grafting, grafting, grafting.")
	require.Equal(t, None, r.Verdict, "one facet alone is no role")
	require.Empty(t, r.Named)
	require.Equal(t, None, read(t, "").Verdict)
}

func TestTitle(t *testing.T) {
	text := "Title: Senior Greenkeeper (m/f/d)\n\nYou will:\n- prune trees\n- graft\n- bring in a heavy harvest\n- prune trees and graft\n"
	r := New(gardens()).Read([]byte(text), Options{})
	require.Equal(t, Title{Text: "Senior Greenkeeper (m/f/d)", Claims: []string{"lawn"}, Differs: true}, r.Title)
	require.Equal(t, "fruit", r.Roles[0].ID)
	require.Equal(t, []Evidence{{Facet: "lawn", Phrase: r.Title.Text, Quote: r.Title.Text, Line: 1, Weight: titlePoints}}, r.role("lawn").Evidence)

	ignored := New(gardens()).Read([]byte(text), Options{IgnoreTitle: true})
	require.Equal(t, Title{Text: "Senior Greenkeeper (m/f/d)", Claims: []string{}, Ignored: true}, ignored.Title)
	require.Zero(t, ignored.role("lawn").Points)

	alone := New(gardens()).Read([]byte("# Greenkeeper\n\n"+garden), Options{})
	require.Equal(t, None, alone.Verdict, "a title describes nothing")
	require.Equal(t, []string{"lawn"}, alone.Title.Claims)
	require.Empty(t, read(t, "Mowing is what a Greenkeeper does here.\n").Title.Text, "a sentence is no title")
	broken := "You prune the trees of an old orchard in winter and bring in\na heavy harvest in autumn.\n"
	require.Empty(t, read(t, broken).Title.Text, "nor is the first line of a paragraph")
}

func TestSkills(t *testing.T) {
	r := read(t, garden+"You bring:\n- you prune\n- Shears would be a plus; also pruning\n")
	require.Equal(t, []Skill{{Skill: "cutting", Name: "Cutting", Terms: []string{"prune", "Shears", "pruning"}, Wanted: Must}}, r.Skills)
	r = read(t, garden+"Nice to have:\n- shears\n")
	require.Equal(t, Nice, r.Skills[0].Wanted)
	require.Empty(t, read(t, garden+"No shears.\n").Skills)
	loose := read(t, garden+"Mow the big old lawns.\n")
	require.NotEmpty(t, loose.role("lawn").Evidence)
	require.Empty(t, loose.Skills, "a skill is named, not described")
}

// Another language is told, whatever tools it names.
func TestOtherLanguages(t *testing.T) {
	r := New(builtin(t))
	for name, text := range map[string]string{
		"German": `Wir suchen zum nächstmöglichen Zeitpunkt Verstärkung. Deine Aufgaben: Du betreust unsere Kubernetes-Cluster,
			baust CI/CD-Pipelines mit GitLab und Jenkins auf und kümmerst dich um das Monitoring mit Prometheus und Grafana.
			Du bringst Erfahrung mit Docker, Terraform und Linux mit und arbeitest eng mit unseren Entwicklern zusammen.`,
		"French": `Vous concevez et maintenez nos pipelines CI/CD, vous automatisez les déploiements avec Terraform et Ansible et vous
			participez aux astreintes. Vous maîtrisez Kubernetes, Docker et AWS, et vous aimez travailler avec les développeurs.`,
		"Polish": "Szukamy osoby, która zajmie się naszymi klastrami Kubernetes, potokami CI/CD oraz monitoringiem Prometheus i Grafana.",
		"Polish, mostly tools": `Zadania: budowa i utrzymanie pipeline CI/CD (Jenkins, GitLab CI), automatyzacja wdrożeń, Docker, Kubernetes,
			Terraform, Ansible, monitoring, współpraca z zespołem deweloperów. Wymagania: Linux, Bash, Python, AWS lub Azure.`,
		"Chinese": "我们正在寻找一名工程师，负责 Kubernetes 集群、CI/CD 流水线以及 Prometheus 监控。",
	} {
		t.Run(name, func(t *testing.T) {
			reading := r.Read([]byte(text), Options{})
			require.Equal(t, None, reading.Verdict)
			require.Contains(t, reading.Notes, Foreign)
			for _, role := range reading.Roles {
				require.Zero(t, role.Share)
			}
			require.Empty(t, reading.Skills)
		})
	}
}

func TestAFewWordsTellNoLanguage(t *testing.T) {
	require.NotContains(t, New(builtin(t)).Read([]byte("SRE wanted."), Options{}).Notes, Foreign)
}

// A small pack knows few words, and reads English all the same.
func TestSmallPackReadsEnglish(t *testing.T) {
	r := read(t, "We are a family of farmers, and we want somebody for the old orchards: pruning of our many trees is what you begin with.")
	require.NotContains(t, r.Notes, Foreign)
	require.Equal(t, []string{"prune trees"}, terms(r.role("fruit").Evidence))
}

// The pack's order of roles, and what stands in other roles' places, turns nothing.
func TestOrderOfRolesTurnsNothing(t *testing.T) {
	p := builtin(t)
	turned := *p
	turned.Roles = slices.Clone(p.Roles)
	slices.Reverse(turned.Roles)
	for _, a := range labelled(t, "adverts") {
		one, other := New(p).Read(a.text, Options{}), New(&turned).Read(a.text, Options{})
		require.Equal(t, one.Named, other.Named)
		for i := range one.Roles {
			require.Equal(t, one.Roles[i].ID, other.Roles[i].ID)
			require.InDelta(t, one.Roles[i].Share, other.Roles[i].Share, 1e-9)
		}
	}
}

func TestLongTextIsCut(t *testing.T) {
	r := read(t, strings.Repeat("grafting and pruning trees ", maxBytes/20))
	require.Contains(t, r.Notes, Cut)
	require.False(t, math.IsNaN(r.Coverage))
}

func FuzzRead(f *testing.F) {
	for _, c := range texts {
		f.Add([]byte(c.file))
	}
	for _, a := range labelled(f, "adverts") {
		f.Add(a.text)
	}
	f.Add([]byte("Title: SRE / DevOps\n\nNo on-call; never ever. - \xff\xfe build the CI/CD pipelines, rather than … deploy"))
	reader := New(builtin(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		if text, err := Text(data); err == nil {
			data = []byte(text)
		}
		r := reader.Read(data, Options{})
		total := 0.0
		for _, role := range r.Roles {
			require.GreaterOrEqual(t, role.Share, 0.0)
			total += role.Share
			for _, e := range role.Evidence {
				require.Positive(t, e.Line)
				require.False(t, math.IsNaN(e.Weight))
			}
		}
		if total != 0 {
			require.InDelta(t, 1, total, 1e-9)
		}
		require.Equal(t, r.Verdict == None, len(r.Named) == 0)
		require.Equal(t, r, reader.Read(data, Options{}), "reading twice gives the same")
	})
}

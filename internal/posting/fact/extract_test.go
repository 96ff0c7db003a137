package fact

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/rolefit/rolefit/internal/posting/document"
)

var testSkills = []Topic{
	{ID: "kubernetes", Name: "Kubernetes", Terms: []string{"Kubernetes", "K8s"}},
	{ID: "go", Name: "Go", Terms: []string{"Go", "Golang"}},
	{ID: "linux", Name: "Linux", Terms: []string{"Linux"}},
}

// TestFacts has one made-up sentence per row, with the facts that it states.
func TestFacts(t *testing.T) {
	x := NewExtractor(Topics{Skills: testSkills})
	for _, c := range []struct{ text, want string }{
		{"You share an on-call rotation with six others.", "on-call=yes"},
		{"There is no on-call in this role.", "on-call=no"},
		{"On-call is not required.", "on-call=no"},
		{"We sell on-call physician software to clinics.", ""},
		{"Occasional work after hours and on weekends is needed.", "nights=yes weekends=yes"},
		{"No nights, weekends or on-call.", "on-call=no nights=no weekends=no"},
		{"You work rotating shifts, including nights.", "shifts=yes nights=yes"},
		{"2nd shift, Monday to Friday, no weekends", "shifts=yes weekends=no"},
		{"We shifted left; there are shifts in the market, and employees sleep at night.", ""},
		{"You stand throughout the entire work shift.", ""},
		{"Work Shift: Day", ""},
		{"Night shift", "shifts=yes nights=yes"},
		{"Build it in a weekend.", ""},
		{"Your boss won't ask you to work nights or weekends.", "nights=no weekends=no"},
		{"Experience with Grafana, Prometheus, on-call.", "on-call=yes"},
		{"On-call is voluntary and paid extra.", "on-call=yes"},
		{"This is not an on-call role.", "on-call=no"},
		{"You answer calls and give messages to the on-call nurse on shift.", ""},
		{"This is a fully remote role.", "workplace=remote"},
		{"This is not a remote role.", "workplace=on-site"},
		{"You manage remote servers across a hybrid cloud.", ""},
		{"We work hybrid: 3 days a week in the office.", "workplace=hybrid"},
		{"Work remotely: No", "workplace=on-site"},
		{"Location: Austin, TX or Remote", "workplace=remote location=Austin, TX"},
		{"Candidates must be based in Portugal.", "location=Portugal"},
		{"Founded in 2001, we are based in Berlin with 40 clients.", ""},
		{"You must overlap four hours with Eastern Time.", "time-zone=yes"},
		{"Our people live across many time zones.", ""},
		{"The salary range is $120,000 - $150,000 a year.", "salary=$ 120000-150000 per year"},
		{"We pay 120k base salary plus equity.", "salary=120000 per year equity=yes"},
		{"Gehalt: €70.000 – €85.000", "salary=EUR 70000-85000 per year"},
		{"Pay: £45 - £55 per hour", "salary=GBP 45-55 per hour"},
		{"Salary up to 60,000€ per year", "salary=EUR up to 60000 per year"},
		{"Pay: $170,000 - $140,000 a year", "salary=$ 140000-170000 per year"},
		{"Salary from $120,000 a year.", "salary=$ from 120000 per year"},
		{"Salary: $120,000+", "salary=$ from 120000 per year"},
		{"Base salary of CA$ 126,000 - CA$174,000", "salary=CAD 126000-174000 per year"},
		{"You carry a quota of EUR 900k and build pipeline.", ""},
		{"You manage a budget of $200,000 and a portfolio worth $400,000 a year.", ""},
		{"Base salary plus $20,000 annual bonus, and a EUR 500 training budget.", ""},
		{"Base EUR 80k, quota EUR 900k, relocation up to $20,000.", "salary=EUR 80000 per year"},
		{"We offer 30 days off, 80% home office, EUR 70.000 - 85.000, on-call (EUR 400 a week).", "salary=EUR 70000-85000 per year workplace=hybrid on-call=yes"},
		{"Gehalt: ab 60.000 Euro brutto p.a.", "salary=EUR from 60000 per year"},
		{"The minimum wage is EUR 48.323,10 gross per year.", "salary=EUR from 48323.10 per year"},
		{"We offer 30 days of paid vacation every year, a ticket for the train, Munich or Berlin, 80% home office.", "workplace=hybrid location=Munich or Berlin"},
		{"Our teams advise banks and insurance companies, among them one in Zurich, Geneva, and remote villages.", ""},
		{"Salary 48 000–60 000 SEK per month", "salary=SEK 48000-60000 per month"},
		{"Base £45,000, OTE £90,000", "salary=GBP 45000 per year"},
		{"You must be a US citizen or resident.", "visa=residents"},
		{"Pay follows internal peer equity and compensation rules.", ""},
		{"Scammers offer fake remote jobs in our name.", ""},
		{"Pay goes from $129,300/year in our lowest market up to $223,600/year in our highest.", "salary=$ 129300-223600 per year"},
		{"We help companies with the challenges of hybrid work.", ""},
		{"U.S. Holidays", ""},
		{"Min salary of 94,000 EUR gross", "salary=EUR from 94000 per year"},
		{"We raised $40,000,000 and give a $2,000 learning budget.", ""},
		{"Diversity, equity and inclusion matter to us.", ""},
		{"We publish our wage equity report; stocking shelves is part of the plan.", ""},
		{"Visa sponsorship", ""},
		{"Travel: yes, up to 20% to market offices.", "travel=yes"},
		{"Two years on a help desk.", "experience=2"},
		{"Members serve a three-year term on the board with experience.", ""},
		{"This is a 6 month contract to hire.", "contract=contract"},
		{"Job type: Full-time, Permanent", "contract=full-time contract=permanent"},
		{"Contract: 12 months", "contract=contract"},
		{"Outside IR35 | 6 months", "contract=contract"},
		{"Permanent | Full-time or part-time", "contract=full-time contract=part-time contract=permanent"},
		{"Position type (regular/temporary): regular", ""},
		{"You need work authorization or permanent residence.", "visa=authorization"},
		{"Benefits depend on whether your position is full-time or part-time.", ""},
		{"This is a seasonal position.", "contract=temporary"},
		{"The dress code is casual.", ""},
		{"Full-time employees are eligible for benefits.", ""},
		{"An active Secret clearance is required.", "clearance=yes"},
		{"SC clearance nice to have", "clearance=preferred"},
		{"A Secret clearance is a plus.", "clearance=preferred"},
		{"Secret clearance preferred.", "clearance=preferred"},
		{"Ability to obtain and maintain a Top Secret clearance.", "clearance=obtainable"},
		{"Active TS/SCI clearance, or able to get one", "clearance=obtainable"},
		{"You must hold a Secret clearance; Top Secret preferred.", "clearance=yes"},
		{"Reliability status is required.", "clearance=yes"},
		{"Any offer depends on a background check and a drug test, which you must pass.", "screening=background-check screening=drug-test"},
		{"Criminal record check required", "screening=background-check"},
		{"You coordinate background checks and drug screens.", ""},
		{"We will consider applicants with criminal histories, as the law requires.", ""},
		{"No security clearance is needed.", "clearance=no"},
		{"We don't sponsor visas.", "visa=not-sponsored"},
		{"Visa sponsorship is available.", "visa=sponsored"},
		{"US citizenship is required.", "visa=citizens"},
		{"Applicants must be authorized to work in the US.", "visa=authorization"},
		{"We hire without regard to race, religion or citizenship.", ""},
		{"Bachelor's degree in computer science.", "degree=required"},
		{"Bachelor's degree or equivalent experience.", "degree=or-equivalent"},
		{"A degree in computer science or equivalent field is required.", "degree=required"},
		{"Bachelor's degree preferred.", "degree=preferred"},
		{"A degree is not required.", "degree=not-required"},
		{"You have a high degree of autonomy.", ""},
		{"At least five years of experience in operations.", "experience=5+"},
		{"3-5 years of experience with Linux.", "experience=3-5"},
		{"Over the last 20 years we have grown a lot.", ""},
		{"Up to 20% travel to customers.", "travel=yes"},
		{"We offer travel insurance.", ""},
		{"Travel: none", "travel=no"},
		{"Up to 20% travel; we're a travel company.", ""},
		{"You won't be on call.", "on-call=no"},
		{"No on-call.", "on-call=no"},
		{"US Citizen Only", "visa=citizens"},
		{"US citizens or green card holders only.", "visa=residents"},
		{"Must be a U.S. person under ITAR.", "visa=residents"},
		{"You must reside in the NY Metro area, Bay Area, or Greater Seattle.", "location=NY Metro area, Bay Area, or Greater Seattle"},
		{"Location: Anywhere in the U.S. (remote)", "workplace=remote location=U.S."},
		{"Munich or Berlin, 80% home office", "workplace=hybrid location=Munich or Berlin"},
		{"Hybrid, three days a week in Leeds", "workplace=hybrid location=Leeds"},
		{"Office in Austin, TX 2 days/week", "workplace=hybrid location=Austin, TX"},
		{"Candidates must be located in Denver, New York or Washington D.C.", "location=Denver, New York or Washington D.C."},
		{"Acme - Austin", "location=Austin"},
		{"Acme Payments, Dublin", "location=Dublin"},
		{"Acme | Zurich, Switzerland | On-site", "workplace=on-site location=Zurich, Switzerland"},
		{"Acme · Stockholm · Partial Remote", "workplace=hybrid location=Stockholm"},
		{"On-site in Denver, five days a week.", "workplace=on-site location=Denver"},
		{"The post is based at our headquarters in San Diego, CA.", "location=San Diego, CA"},
		{"You are an expert who will be based in Brussels.", "location=Brussels"},
		{"Ability to commute: Ames, IA 50010 (required)", "location=Ames, IA"},
		{"Location Leeds, Manchester", "location=Leeds, Manchester"},
		{"Remote in ID, OR, WA", "workplace=remote location=ID, OR, WA"},
		{"We work Monday to Thursday in the office, with remote work on Fridays.", "workplace=hybrid"},
		{"Non-remote", "workplace=on-site"},
		{"A hybrid schedule, with the ability to work from home and time at the office.", "workplace=hybrid"},
		{"This job is hybrid or fully remote, as you like.", "workplace=remote workplace=hybrid"},
		{"You may work from home two days a week.", "workplace=hybrid"},
		{"Reading Comprehension", ""},
		{"Full Time, Remote, Exempt", "contract=full-time workplace=remote"},
		{"You may travel to our London office.", "travel=yes"},
		{"This role sits in our Data Platform team.", ""},
		{"Title: EngineerLocation: Tampa, FLSalary: (DOE)", "location=Tampa, FL"},
		{"On-target earnings for this role: $76,000 - $128,000", "salary=$ 76000-128000 per year on target"},
		{"$95/hour, 6 month contract", "salary=$ 95 per hour contract=contract"},
		{"CAD 130,000 - 150,000", "salary=CAD 130000-150000 per year"},
		{"Pay Range: $130,000$165,000 USD", "salary=USD 130000-165000 per year"},
		{"Pay: $24.50 - $31.75 an hour", "salary=$ 24.50-31.75 per hour"},
		{"Lead Engineer - $100k - ISO 9001", "salary=$ 100000 per year"},
		{"Pay: $212,000 USD regardless of location", "salary=USD 212000 per year"},
		{"Achieve $150K–$300K+ in monthly sales.", ""},
		{"OTE SEK 900,000", "salary=SEK 900000 per year on target"},
		{"Salary: 42 000 - 48 000 SEK", "salary=SEK 42000-48000 per month"},
		{"15 000 - 19 000 PLN net + VAT", "salary=PLN 15000-19000 per month"},
		{"Salary: DKK 650,000 a year", "salary=DKK 650000 per year"},
		{"Compensation: AED 22,000 per month", "salary=AED 22000 per month"},
		{"401(k) matching, gym, pay: from $80,000.00 per year", "salary=USD from 80000 per year"},
		{"Base range: $100,000 - $125,000 plus OTE", "salary=$ 100000-125000 per year"},
		{"The base pay for this role is $95,000.", "salary=$ 95000 per year"},
		{"We pay $1,450 per week.", "salary=$ 1450 per week"},
		{"On-call is paid with $400 a week.", "on-call=yes"},
		{"£75,000 + performance-related bonus", "salary=GBP 75000 per year"},
		{"The maximum salary available for this pay system is $183,500.", ""},
		{"You manage a cloud budget of $2,000,000 a year.", ""},
		{"A high school diploma is required.", ""},
		{"You need a four-year high school diploma.", ""},
		{"We look for a rockstar who thrives under pressure.", "red-flag=hero-words red-flag=under-pressure"},
		{"We became a unicorn last year.", ""},
		{"Business fluent German (C1) and good English", "language=German language=English"},
		{"– fluent English and Danish or Swedish", "language=English language=Danish or Swedish"},
		{"You speak English; German helps.", "language=English language=German"},
		{"French is a plus.", "language=French"},
		{"Good German is not required.", ""},
		{"We have a German customer and serve Spanish-speaking markets.", ""},
		{"We offer English and French classes.", ""},
		{"Our German company is hiring.", ""},
		{"Hourly: $22.40 - $26.15, non-exempt, 40 hours/week, 12 months", "salary=$ 22.40-26.15 per hour contract=full-time"},
		{"Annual: £31,000, term time only, 36 hours/week", "salary=GBP 31000 per year"},
		{"Bankhaus Muster & Cie. AG, Frankfurt am Main", "location=Frankfurt am Main"},
		{"Muster GmbH, Berlin", "location=Berlin"},
		{"Example Systems Inc., Boston, MA", "location=Boston, MA"},
		{"Muster GmbH & Co. KG, Hamburg", "location=Hamburg"},
		{"Example S.A., Paris", "location=Paris"},
		{"Example Inc. - Denver, CO", "location=Denver, CO"},
		{"Up to 60 % mobile working within Germany", "workplace=hybrid location=Germany"},
		{"Location: Bengaluru, Work from Office - 5 days", "workplace=on-site location=Bengaluru"},
		{"Work from office 3 days", "workplace=hybrid"},
		{"Example (Series B) · San Francisco, CA or Remote (US)", "workplace=remote location=San Francisco, CA location=US"},
		{"Location: Example Field Support Center (FSC) – Denver", "location=Denver"},
		{"Your team, six people, builds it.", "team=yes"},
		{"You share it with four colleagues.", "team=yes"},
		{"5+ years running production systems, at least 2 of them as an SRE", "experience=5+"},
		{"Bachelor's degree and 8 years of relevant experience; four additional years of experience may be substituted for a degree.", "experience=8 degree=or-equivalent"},
		{"Nine years running.", ""},
		{"Minimum of 7 years of experience or, in lieu of education, 9 years of experience", "experience=7+"},
		{"6 months initial, likely extension", "contract=contract"},
		{"We need a contract Platform Engineer for our Customer Experience team on an initial 6 month contract.", "contract=contract"},
		{"Long-term contractor (B2B)", "contract=contract"},
		{"This is a contract to perm role.", "contract=contract"},
		{"B2B contract or employment", "contract=contract"},
		{"You sell B2B software and manage initial contracts.", ""},
		{"On-call is 1 in 5, 24/7, paid €450 per week on top of salary.", "on-call=yes"},
		{"An on-call week pays $900.", "on-call=yes"},
		{"We pay EUR 500 per week for on-call.", "on-call=yes"},
		{"Standby is paid £350 a week on top of your salary.", ""},
		{"Salary: €62,000, plus on-call at €400 a week.", "salary=EUR 62000 per year on-call=yes"},
		{"On-call rota (1 in 6), salary £71,000.", "salary=GBP 71000 per year on-call=yes"},
		{"Telework: None.", "workplace=on-site"},
		{"Telework eligible: No", "workplace=on-site"},
		{"No telework.", "workplace=on-site"},
		{"Telework is not authorized.", "workplace=on-site"},
		{"Remote work: not eligible", "workplace=on-site"},
		{"Remote: No", "workplace=on-site"},
		{"This position isn’t eligible for telework.", "workplace=on-site"},
		{"Remote work isn't possible in this role.", "workplace=on-site"},
		{"Working from home is not an option.", "workplace=on-site"},
		{"Work is performed 100% on site in a lab.", "workplace=on-site"},
		{"THE WORK IS 100% ON SITE IN A SCIF", "workplace=on-site"},
		{"Remote work is not only possible but usual.", ""},
		{"Telework: yes", "workplace=remote"},
		{"No remote servers to manage.", ""},
	} {
		r := x.Extract("", []document.Line{{Text: c.text}})
		var got []string
		for _, f := range r.Facts {
			got = append(got, string(f.Kind)+"="+f.Value)
			if f.Start < 0 || f.End > len(f.Quote) || f.Start >= f.End {
				t.Errorf("%q: %s quotes bytes %d to %d of %q", c.text, f.Value, f.Start, f.End, f.Quote)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %q, want %q", c.text, strings.Join(got, " "), c.want)
		}
	}
}

// Years with something are experience among what one must bring, and elsewhere
// may be anything.
func TestYearsWithATool(t *testing.T) {
	x := NewExtractor(Topics{})
	line := document.Line{Text: "5+ years with Linux and Terraform", Section: document.Requirements}
	if r := x.Extract("", []document.Line{line}); len(r.Facts) != 1 || r.Facts[0].Value != "5+" {
		t.Errorf("got %v", r.Facts)
	}
	line.Section = document.Company
	if r := x.Extract("", []document.Line{line}); len(r.Facts) != 0 {
		t.Errorf("got %v", r.Facts)
	}
}

func TestTitle(t *testing.T) {
	x := NewExtractor(Topics{})
	for title, want := range map[string]string{
		"Senior Site Reliability Engineer (Remote, Poland)": "workplace=remote location=Poland seniority=senior",
		"Engineering Manager, SRE":                          "seniority=manager",
		"Technical Program Manager":                         "",
		"DevOps Intern":                                     "contract=internship seniority=intern",
		"Architect ($140k) - Leeds or York":                 "salary=$ 140000 per year location=Leeds or York",
		"Java Developer (no remote)":                        "",
		"Account Executive, Mid-Market":                     "",
		"Assistant Professor of Biology":                    "",
		"Associate Professor, Nursing":                      "",
		"Retail Sales Associate":                            "",
		"Associate Cloud Engineer":                          "seniority=junior",
		"Engineer (mid-level)":                              "seniority=mid",
		"Platform Engineer - Kubernetes - Outside IR35":     "contract=contract",
		"Staff Engineer (US hours)":                         "time-zone=yes seniority=staff",
	} {
		var got []string
		for _, f := range x.Extract(title, nil).Facts {
			got = append(got, string(f.Kind)+"="+f.Value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q, want %q", title, strings.Join(got, " "), want)
		}
	}
}

func TestSkills(t *testing.T) {
	x := NewExtractor(Topics{Skills: testSkills})
	for _, c := range []struct {
		section document.Section
		text    string
		want    string
	}{
		{document.Requirements, "Kubernetes", "kubernetes:required"},
		{document.NiceToHave, "Kubernetes", "kubernetes:nice-to-have"},
		{document.Duties, "Run our Kubernetes clusters.", "kubernetes:mentioned"},
		{document.Requirements, "Experience with Linux; Go is a plus.", "linux:required go:nice-to-have"},
		{document.Requirements, "Linux skills (Kubernetes is a plus)", "linux:required kubernetes:nice-to-have"},
		{document.Requirements, "Go and Kubernetes are nice to have.", "kubernetes:nice-to-have go:nice-to-have"},
		{document.Company, "We love Linux.", ""},
		{document.Requirements, "No Kubernetes needed.", ""},
	} {
		var got []string
		for _, s := range x.Extract("", []document.Line{{Text: c.text, Section: c.section}}).Skills {
			got = append(got, s.ID+":"+string(s.Need))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %q, want %q", c.text, strings.Join(got, " "), c.want)
		}
	}
}

// TestBlob reads a posting that has lost its line breaks.
func TestBlob(t *testing.T) {
	text := "What You Will Be Doing- Run services for a hospital and its many small clinics in the region, day in and day out, " +
		"with a team that has done so for a long while and still likes it- Improve how they are built, tested and put into use- Improve how they are watchedWhat You Need for this Position- 4+ years of Linux experience- " +
		"Strong knowledge of KubernetesPreferred Qualifications- Experience with GolangWhat's In It for You- Salary 90K-110K- Stock options"
	r := NewExtractor(Topics{Skills: testSkills}).Extract("", []document.Line{{Text: text}})
	var got []string
	for _, f := range r.Facts {
		got = append(got, f.Value)
	}
	for _, s := range r.Skills {
		got = append(got, s.ID+":"+string(s.Need))
	}
	want := "90000-110000 per year, yes, 4+, kubernetes:required, linux:required, go:nice-to-have"
	if strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
}

// TestQuestions checks that a question isn't listed if the posting answers it,
// and that a statement leads to its follow-up question.
func TestQuestions(t *testing.T) {
	x := NewExtractor(Topics{})
	about := func(lines ...string) []Kind {
		var doc []document.Line
		for _, l := range lines {
			doc = append(doc, document.Line{Text: l})
		}
		var out []Kind
		for _, q := range x.Extract("", doc).Open {
			out = append(out, q.About)
		}
		return out
	}
	if got := about(); !slices.Contains(got, OnCall) || !slices.Contains(got, Salary) || slices.Contains(got, TimeZone) {
		t.Errorf("an empty posting asks about %v", got)
	}
	if got := about("The salary is $100,000 - $120,000.", "There is no on-call."); slices.Contains(got, Salary) || slices.Contains(got, OnCall) {
		t.Errorf("asks about what is answered: %v", got)
	}
	r := x.Extract("", []document.Line{{Text: "This is a 6 month contract position."}})
	if i := slices.IndexFunc(r.Open, func(q Question) bool { return q.About == Contract }); i < 0 || strings.Contains(r.Open[i].Text, "How long") {
		t.Errorf("asks for the length of a contract that states it: %v", r.Open)
	}
	if got := about("You will wear many hats."); !slices.Contains(got, RedFlag) {
		t.Errorf("no question about a red flag: %v", got)
	}
}

// FuzzExtract checks that no text causes a panic, and that all quotes are
// valid.
func FuzzExtract(f *testing.F) {
	x := NewExtractor(Topics{Skills: testSkills})
	f.Add("Salary: $1 - £2 per hour… U.S. — 4.5-6 LPA", "Sr. Ünï (Remote)")
	f.Add(strings.Repeat("Nice to have- Go\u00a0", 40), "")
	f.Add("EngineerLocation: 1 Main St., Boston, MA (or) Münster - 3 days/week in St. Gallen, our Łódź office; $1$2", "A - Wien (Berlin")
	f.Add("\xff degree \xf0\x9f 3+ years’ experience – on‑call", "\xff")
	f.Fuzz(func(t *testing.T, text, title string) {
		r := x.Extract(title, []document.Line{{Text: text}})
		for _, fact := range r.Facts {
			if fact.Start < 0 || fact.End > len(fact.Quote) || fact.Start > fact.End {
				t.Errorf("bytes %d to %d of %q", fact.Start, fact.End, fact.Quote)
			}
		}
		for _, s := range r.Skills {
			if s.Start < 0 || s.End > len(s.Quote) || s.Start >= s.End {
				t.Errorf("bytes %d to %d of %q", s.Start, s.End, s.Quote)
			}
		}
		if _, err := json.Marshal(r); err != nil {
			t.Error(err)
		}
	})
}

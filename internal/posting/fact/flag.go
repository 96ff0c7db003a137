package fact

// flags lists phrases that practitioners consider warning signs, and who says
// so. They are reasons to ask, not verdicts.
var flags = []phrase{
	{kind: RedFlag, value: "hero-words", terms: "rockstar|rock star|ninja|superhero|coding wizard|10x engineer|code ninja",
		unless: re(`into superhero|ninja ?(one|rmm|van)|ninjavan|support superhero`),
		source: "brainstobytes.com; mattblodgett.com"},
	{kind: RedFlag, value: "many-hats", terms: "many hats|multiple hats|several hats|different hats|variety of hats|jack of all trades|lot of hats|wear a few hats",
		source: "zipwire.io; techworld-with-nana.com"},
	{kind: RedFlag, value: "under-pressure", terms: "under pressure|under high pressure|high-pressure|pressure situations|stressful environment|tight deadlines|aggressive deadlines|under stress|under tight deadlines",
		unless: either(
			`blood|vessel|water|pressure (vessel|pumps?|gauge|sensor|test|sens)`,
			`high[- ]pressure (die|gas|system|pump|fuel|steam|hydro|liquid)|no high`,
		), source: "softwaresearch.nl"},
	{kind: RedFlag, value: "fast-pace", terms: "fast-paced|fast paced|fast-moving|move fast|moves fast|moving fast|move quickly|fast-pace",
		unless: either(
			`(help|enabl|let|allow|empower|mak)\w*\b.{0,60}\b(move|moving) (fast|quickly)|fast[- ]moving (consumer|goods)`,
			`(engineers|developers|teams?|customers|companies|businesses) (to )?(move|deploy|ship) (fast|quickly)`,
		), source: "softwaresearch.nl"},
	{kind: RedFlag, value: "multitasking", terms: "multitask|multi-task|multitasking|multi-tasking|juggle|juggling",
		unless: re(`multi[- ]task (learning|model)|multitask learning`), source: "techwithmaddy.com"},
	{kind: RedFlag, value: "shifting-priorities", terms: "changing priorities|shifting priorities|priorities shift|priorities change|competing priorities|conflicting priorities|evolving priorities|changing requirements",
		source: "softwaresearch.nl"},
	{kind: RedFlag, value: "other-duties", terms: "other duties|additional duties|other tasks as assigned|duties as assigned|reassign duties|other responsibilities as assigned",
		source: "column.meet.jobs/toxic-software-jobs"},
	{kind: RedFlag, value: "alone", terms: "very first|first full-time DevOps|first dedicated|first DevOps hire|first SRE|sole DevOps|only DevOps|sole engineer|first DevOps engineer|first platform engineer|one-man|one person team|single-handedly|first infrastructure hire|sole responsibility",
		unless: either(
			`very first (day|time|step|customer|product|line|version|release|thing|moment|investor|round)`,
			`first dedicated (server|host|cloud|line|instance)|since (our|the) very first`,
		),
		source: "our judgment: no relief, no peers"},
	{kind: RedFlag, value: "always-on", terms: "24/7 availability|always be on call|available 24/7|available at all times|around the clock availability|round-the-clock availability|whatever it takes|long hours|extended hours|24x7 availability",
		unless: re(`system|service|infrastructure|platform|application|solution|environment|product|cluster|uptime|database|data`), source: "penelope.zone; newsletter.pragmaticengineer.com"},
	{kind: RedFlag, value: "whole-lifecycle", terms: "own every part|own every aspect|own everything|own all aspects",
		with:   re(`\byou\b|you['’]ll|^own|will own`),
		source: "column.meet.jobs/toxic-software-jobs"},
	{kind: RedFlag, value: "family", terms: "like a family|one big family|work hard, play hard|work hard play hard|work hard and play hard",
		source: "mattblodgett.com"},
}

//go:build linux

package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// duckSQL returns the fastest DuckDB query that we know of for the fits of a
// pack's roles. The columns have types, so that DuckDB doesn't infer them. Each
// answer is a struct, and a role's fit is a single expression without a join.
// PEOPLE and OUT are placeholders for file names.
func duckSQL(q *fit.Quiz) string {
	var columns []string
	for _, x := range q.Questions {
		columns = append(columns, fmt.Sprintf("    %q struct(best varchar, worst varchar)", x.ID))
	}
	var fits []string
	for _, r := range q.Roles {
		fits = append(fits, fmt.Sprintf("  50 * (1 + (%s)::double\n      / nullif(%s, 0)) as %q", strings.Join(duckTerms(q, r, scoreTerms), "\n      + "),
			strings.Join(duckTerms(q, r, shownTerm), " + "), r.ID))
	}
	return fmt.Sprintf(`copy (select id,
%s
  from read_json('PEOPLE', format='newline_delimited', maximum_object_size=262144, columns={id: 'varchar', answers: 'struct(
%s)'}))
to 'OUT' (format json);
`, strings.Join(fits, ",\n"), strings.Join(columns, ",\n"))
}

// duckTerms calls term for each question that shows the role, and returns the
// terms.
func duckTerms(q *fit.Quiz, r *fit.Role, term func(question, key string) string) (terms []string) {
	for _, x := range q.Questions {
		if i := slices.IndexFunc(x.Options, func(o fit.Option) bool { return o.Role == r.ID }); i >= 0 {
			terms = append(terms, term(fmt.Sprintf("answers.%q", x.ID), x.Options[i].Key))
		}
	}
	return terms
}

func scoreTerms(question, key string) string {
	return fmt.Sprintf("coalesce((%s.best = '%s')::int - (%s.worst = '%s')::int, 0)", question, key, question, key)
}

func shownTerm(question, _ string) string { return fmt.Sprintf("(%s.best is not null)::int", question) }

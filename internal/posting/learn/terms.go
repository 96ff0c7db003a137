package learn

import (
	"cmp"
	"slices"
)

// The loops in this file take most of the time for learning. They add in the
// order of an example's features, so that the sums are the same bit by bit
// however they are arranged.

// A terms contains the features of an example, converted to rows. Words of a
// posting share a value, as do those of its title, so only the values of the
// first features are stored.
type terms struct {
	rows   []int32
	values []float64 // of rows
	runs   [2]run    // what follows
}

// A run is a sequence of rows with the same value.
type run struct {
	rows  []int32
	value float64
}

func newTerms(rows []int32, values []float64) (t terms) {
	rows = slices.Clone(rows)
	end := len(rows)
	for k := len(t.runs) - 1; k >= 0 && end > 0; k-- {
		start := end - 1
		for start > 0 && values[start-1] == values[end-1] {
			start--
		}
		t.runs[k] = run{rows[start:end], values[end-1]}
		end = start
	}
	t.rows, t.values = rows[:end], slices.Clone(values[:end])
	return t
}

// compare orders terms by the lengths of their parts.
func (t *terms) compare(u *terms) int {
	return cmp.Or(cmp.Compare(len(t.runs[0].rows), len(u.runs[0].rows)), cmp.Compare(len(t.runs[1].rows), len(u.runs[1].rows)))
}

// addScores adds the products of values and weights to the scores of the
// classes.
func (t *terms) addScores(z, w []float64) {
	k := len(z)
	if k == 1 {
		z[0] = addValues(z[0], w, t.rows, t.values)
	} else {
		for j, row := range t.rows {
			addScaled(z, w[int(row)*k:int(row+1)*k], t.values[j])
		}
	}
	for i := range t.runs {
		t.runs[i].addScores(z, w)
	}
}

// addGradient adds the gradient of an example to g, given that of its scores.
func (t *terms) addGradient(z, g []float64) {
	k := len(z)
	if k == 1 {
		for j, row := range t.rows {
			g[row] += float64(z[0] * t.values[j])
		}
	} else {
		for j, row := range t.rows {
			addScaled(g[int(row)*k:int(row+1)*k], z, t.values[j])
		}
	}
	for i := range t.runs {
		t.runs[i].addGradient(z, g)
	}
}

// addScores is like that of terms. It keeps four sums in registers.
func (r *run) addScores(z, w []float64) {
	k, c := len(z), 0
	for ; c+4 <= k; c += 4 {
		z0, z1, z2, z3 := z[c], z[c+1], z[c+2], z[c+3]
		for _, row := range r.rows {
			v := (*[4]float64)(w[int(row)*k+c:])
			z0 += float64(v[0] * r.value)
			z1 += float64(v[1] * r.value)
			z2 += float64(v[2] * r.value)
			z3 += float64(v[3] * r.value)
		}
		z[c], z[c+1], z[c+2], z[c+3] = z0, z1, z2, z3
	}
	for ; c < k; c++ {
		sum := z[c]
		for _, row := range r.rows {
			sum += float64(w[int(row)*k+c] * r.value)
		}
		z[c] = sum
	}
}

// addGradient is like that of terms.
func (r *run) addGradient(z, g []float64) {
	k, c := len(z), 0
	for ; c+4 <= k; c += 4 {
		x0, x1, x2, x3 := float64(z[c]*r.value), float64(z[c+1]*r.value), float64(z[c+2]*r.value), float64(z[c+3]*r.value)
		for _, row := range r.rows {
			v := (*[4]float64)(g[int(row)*k+c:])
			v[0] += x0
			v[1] += x1
			v[2] += x2
			v[3] += x3
		}
	}
	for ; c < k; c++ {
		x := float64(z[c] * r.value)
		for _, row := range r.rows {
			g[int(row)*k+c] += x
		}
	}
}

// scoreFour stores the scores of four examples with a single class. A processor
// can compute four sums in the time of one, because each addition has to wait
// for the previous one to the same sum.
func (p *problem) scoreFour(four []int, w []float64) {
	a, b, c, d := &p.terms[four[0]], &p.terms[four[1]], &p.terms[four[2]], &p.terms[four[3]]
	bias := w[p.bias]
	za, zb, zc, zd := bias, bias, bias, bias
	n := min(len(a.rows), len(b.rows), len(c.rows), len(d.rows))
	ra, rb, rc, rd := a.rows[:n], b.rows[:n], c.rows[:n], d.rows[:n]
	va, vb, vc, vd := a.values[:n], b.values[:n], c.values[:n], d.values[:n]
	for j := range n {
		za += float64(w[ra[j]] * va[j])
		zb += float64(w[rb[j]] * vb[j])
		zc += float64(w[rc[j]] * vc[j])
		zd += float64(w[rd[j]] * vd[j])
	}
	za = addValues(za, w, a.rows[n:], a.values[n:])
	zb = addValues(zb, w, b.rows[n:], b.values[n:])
	zc = addValues(zc, w, c.rows[n:], c.values[n:])
	zd = addValues(zd, w, d.rows[n:], d.values[n:])
	for k := range a.runs {
		a, b, c, d := &a.runs[k], &b.runs[k], &c.runs[k], &d.runs[k]
		n := min(len(a.rows), len(b.rows), len(c.rows), len(d.rows))
		ra, rb, rc, rd := a.rows[:n], b.rows[:n], c.rows[:n], d.rows[:n]
		va, vb, vc, vd := a.value, b.value, c.value, d.value
		for j := range n {
			za += float64(w[ra[j]] * va)
			zb += float64(w[rb[j]] * vb)
			zc += float64(w[rc[j]] * vc)
			zd += float64(w[rd[j]] * vd)
		}
		za, zb, zc, zd = a.add(za, w, n), b.add(zb, w, n), c.add(zc, w, n), d.add(zd, w, n)
	}
	p.z[four[0]], p.z[four[1]], p.z[four[2]], p.z[four[3]] = za, zb, zc, zd
}

// addValues returns z plus the products of the values and the weights in their
// rows.
func addValues(z float64, w []float64, rows []int32, values []float64) float64 {
	for j, row := range rows {
		z += float64(w[row] * values[j])
	}
	return z
}

// add returns z plus the products of the run's value and the weights in its
// rows, beginning at row index from.
func (r *run) add(z float64, w []float64, from int) float64 {
	for _, row := range r.rows[from:] {
		z += float64(w[row] * r.value)
	}
	return z
}

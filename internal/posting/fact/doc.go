// Package fact finds in a job posting what a job hunter wants to know, each
// with a quote: on-call, seniority, salary, location, and so on. It also finds
// which skills and conditions a posting mentions.
package fact

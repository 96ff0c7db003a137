package document

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestJoin checks which rows continue the previous one when blank rows and
// marks don't decide it.
func TestJoin(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"a paragraph may end with a full row": {
			"We run a booking system for hotels and\nwe look after it in a team of four.\nYou join us and work on what is slow.\n" +
				"Write to us.\nA person reads what you have written,\nand answers.\nThat is all.\nSee you soon.\nBring a friend.",
			[]string{"We run a booking system for hotels and we look after it in a team of four.", "You join us and work on what is slow.",
				"Write to us.", "A person reads what you have written, and answers.", "That is all.", "See you soon.", "Bring a friend."},
		},
		"a full row inside of a paragraph may end a sentence": {
			"We run a booking system for hotels and\nwe look after it in a team of four.\nYou join us and work on what is slow,\n" +
				"on what wakes us up at night, and also\non what nobody has looked at yet.",
			[]string{"We run a booking system for hotels and we look after it in a team of four. You join us and work on what is slow, " +
				"on what wakes us up at night, and also on what nobody has looked at yet."},
		},
		"items without marks": {
			"Some years with Linux and with networks\nPatience\nExperience with Terraform or with Pulumi\nGood English\nA talk or a post about\n" +
				"Knowledge of the hotel business and its\nyearly rhythm\nKubernetes\nGo or Rust",
			[]string{"Some years with Linux and with networks", "Patience", "Experience with Terraform or with Pulumi", "Good English",
				"A talk or a post about", "Knowledge of the hotel business and its yearly rhythm", "Kubernetes", "Go or Rust"},
		},
		"a text that is not wrapped": {
			"You will be responsible for the networks and accounts of our customers, for what they cost, and for keeping them simple enough to explain.\n" +
				"Terraform, Kubernetes and some scripting\nvery good English\nA degree in something you find useful",
			[]string{"You will be responsible for the networks and accounts of our customers, for what they cost, and for keeping them simple enough to explain.",
				"Terraform, Kubernetes and some scripting", "very good English", "A degree in something you find useful"},
		},
		"spaces at the ends of rows": {
			"We run a booking system for hotels \nand look after it, all seasons long.\nOur team of four is in Lund and in \nMalmo.",
			[]string{"We run a booking system for hotels and look after it, all seasons long.", "Our team of four is in Lund and in Malmo."},
		},
		"indentation": {
			"- Keep the booking system up in every\n  season\n- Agree on levels of service with all\n  teams\n- Answer the call when something stops\nWe look forward to your letter",
			[]string{"Keep the booking system up in every season", "Agree on levels of service with all teams", "Answer the call when something stops",
				"We look forward to your letter"},
		},
		"a dash inside of a sentence": {
			"• You keep the booking system up - and\n- with the others - make it simpler in\neach season\n• You write about it",
			[]string{"You keep the booking system up - and - with the others - make it simpler in each season", "You write about it"},
		},
		"short lines":   {"Linux\nsome Go\nTerraform", []string{"Linux", "some Go", "Terraform"}},
		"no text":       {" \n\t\n---\n", nil},
		"a real hyphen": {"You are on-\ncall in a cross-\nfunctional team that plans deploy-\nments", []string{"You are on-call in a cross-functional team that plans deployments"}},
	} {
		require.Equal(t, c.want, Lines(c.text), name)
	}
}

package batch

import (
	_ "embed"
	"encoding/json"
)

//go:embed measured.json
var measuredSource []byte

// Measured is what the last make bench found: on which machine and when, how
// many people were scored in brief lines, in a second of one core's processor
// time and in a second on two cores; and in whole results, in a second of
// processor time.
type Measured struct {
	Machine            string  `json:"machine"`
	Date               string  `json:"date"`
	BytesPerPerson     float64 `json:"bytesPerPerson"`
	PerCoreSecond      float64 `json:"perCoreSecond"`
	PerSecondTwoCores  float64 `json:"perSecondTwoCores"`
	WholePerCoreSecond float64 `json:"wholePerCoreSecond"`
	PeakMB             float64 `json:"peakMB"`
}

// LastMeasured is what the last make bench found.
func LastMeasured() (Measured, error) {
	var m Measured
	err := json.Unmarshal(measuredSource, &m)
	return m, err
}

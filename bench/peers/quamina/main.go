// How many events does quamina match in a second of processor time? Arguments: a file of patterns, a file of events, one
// a line. Each line of standard input asks for so many passes over the events; each is answered by a line of JSON. The first
// line says that the matcher is built.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"

	"quamina.net/go/quamina/v2"
)

type built struct {
	BuiltSeconds float64 `json:"builtSeconds"`
}

type round struct {
	Events     int     `json:"events"`
	Matches    int     `json:"matches"`
	CPUSeconds float64 `json:"cpuSeconds"`
}

func main() {
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(patternFile, eventFile string) error {
	patterns, err := lines(patternFile)
	if err != nil {
		return err
	}
	events, err := lines(eventFile)
	if err != nil {
		return err
	}
	answers := json.NewEncoder(os.Stdout)
	start := time.Now()
	q, err := quamina.New()
	if err != nil {
		return err
	}
	for i, pattern := range patterns {
		if err := q.AddPattern(i, string(pattern)); err != nil {
			return fmt.Errorf("pattern %d: %w", i, err)
		}
	}
	if err := answers.Encode(built{time.Since(start).Seconds()}); err != nil {
		return err
	}
	orders := bufio.NewScanner(os.Stdin)
	for orders.Scan() {
		passes, err := strconv.Atoi(strings.TrimSpace(orders.Text()))
		if err != nil {
			return err
		}
		before := cpuSeconds()
		matches := 0
		for i := 0; i < passes; i++ {
			found, err := pass(q, events)
			if err != nil {
				return err
			}
			matches += found
		}
		if err := answers.Encode(round{passes * len(events), matches, cpuSeconds() - before}); err != nil {
			return err
		}
	}
	return orders.Err()
}

func pass(q *quamina.Quamina, events [][]byte) (int, error) {
	matches := 0
	for i, event := range events {
		found, err := q.MatchesForEvent(event)
		if err != nil {
			return 0, fmt.Errorf("event %d: %w", i, err)
		}
		matches += len(found)
	}
	return matches, nil
}

// lines without their line ends.
func lines(file string) ([][]byte, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return bytes.Split(bytes.TrimSuffix(text, []byte{'\n'}), []byte{'\n'}), nil
}

// cpuSeconds is what the process has used so far: its matching, and its collector of garbage.
func cpuSeconds() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	seconds := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	return seconds(usage.Utime) + seconds(usage.Stime)
}

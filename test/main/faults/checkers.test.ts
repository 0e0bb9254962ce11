// The checkers of the nemesis must be able to complain: each is given histories that were doctored.
import { describe, expect, test } from 'vitest'
import {
  checkCausality,
  checkConvergence,
  checkers,
  checkLedger,
  checkNumbers,
  checkRegisters,
  checkSet,
} from '../../faults/nemesis/checkers.ts'
import type { Entry, Holding, Outcome } from '../../faults/nemesis/history.ts'

const holding = (changes: Partial<Holding> = {}): Holding => ({
  ...{ machine: 0, integrity: 'ok', log: { a1: '3:ff' }, gaps: [], digest: 'd', companies: [], lines: [], tickets: [] },
  ...changes,
})
const add = (name: string, outcome: Outcome = 'done'): Entry => ({ kind: 'add', machine: 0, outcome, name, id: `id of ${name}` })
const named = (name: string, city: string | null = null) => ({ id: `id of ${name}`, name, city })
const write = (value: string, saw: string | null, machine = 0, outcome: Outcome = 'done'): Entry => ({
  ...{ kind: 'write', machine, outcome, register: 'R', value, saw },
})
const line = (name: string, amount: number, outcome: Outcome = 'done'): Entry => ({
  kind: 'line',
  machine: 0,
  outcome,
  name,
  amount,
})
const ticket = (subject: string, number: string | null, outcome: Outcome = 'done'): Entry => ({
  ...{ kind: 'ticket', machine: 0, outcome, subject, number },
})

test('a history in order has no complaints', () => {
  const history: Entry[] = [
    ...[add('A'), add('B', 'unknown'), add('C', 'refused'), add('R')],
    ...[write('one', null), write('two', 'one', 1), line('L', 5), ticket('T', 'T-A-1001')],
    { kind: 'read', machine: 1, tickets: 1, orphans: [] },
  ]
  const file = holding({
    companies: [named('A'), named('R', 'two')],
    lines: [{ name: 'L', amount: 5 }],
    tickets: [{ subject: 'T', number: 'T-A-1001', companyId: 'id of A' }],
  })
  for (const check of Object.values(checkers)) expect(check(history, [file, { ...file, machine: 1 }])).toEqual([])
})

describe('the set', () => {
  const complaints = (history: Entry[], ...names: string[]) =>
    checkSet(history, [holding({ companies: names.map((name) => named(name)) })])
  test('misses what was acknowledged, also on one machine alone', () => {
    expect(complaints([add('A'), add('B')], 'A')).toEqual(['machine 0: company B is lost'])
    const files = [holding({ companies: [named('A')] }), holding({ machine: 3 })]
    expect(checkSet([add('A')], files)).toEqual(['machine 3: company A is lost'])
  })
  test('takes what is unknown either way, and not what was refused, doubled or never asked for', () => {
    expect(complaints([add('A', 'unknown')])).toEqual([])
    expect(complaints([add('A', 'unknown')], 'A')).toEqual([])
    expect(complaints([add('A', 'refused')], 'A')).toHaveLength(1)
    expect(complaints([add('A')], 'A', 'A')).toEqual(['machine 0: company A is there 2 times'])
    expect(complaints([], 'A')).toHaveLength(1)
  })
  test('notices another name under the same id', () => {
    const file = holding({ companies: [named('A'), { id: 'id of A', name: 'A', city: null }, { ...named('B'), id: 'id of A' }] })
    expect(checkSet([add('A'), add('B')], [file])).toContain('machine 0: company id of A has another name')
  })
})

describe('the register', () => {
  const complaints = (history: Entry[], city: string | null) =>
    checkRegisters([add('R'), ...history], [holding({ companies: [named('R', city)] })])
  test('may end with either of two that crossed', () => {
    const crossed = [write('mine', 'base', 0), write('theirs', 'base', 1)]
    expect([complaints(crossed, 'mine'), complaints(crossed, 'theirs')]).toEqual([[], []])
  })
  test('may not end with what somebody saw and wrote over, nor with the same machine’s older word', () => {
    expect(complaints([write('old', null, 0), write('new', 'old', 1)], 'old')).toHaveLength(1)
    expect(complaints([write('old', null, 0), write('new', null, 0)], 'old')).toHaveLength(1)
  })
  test('does not count a write as done that nobody knows to be', () => {
    expect(complaints([write('old', null, 0), write('new', 'old', 1, 'unknown')], 'old')).toEqual([])
    expect(complaints([write('old', null, 0), write('new', 'old', 1, 'unknown')], 'new')).toEqual([])
  })
  test('may not end empty, with nobody’s word, or with a refused one', () => {
    expect(complaints([write('old', null)], null)).toHaveLength(1)
    expect(complaints([write('old', null)], 'strange')).toHaveLength(1)
    expect(complaints([write('old', null, 0, 'refused')], 'old')).toHaveLength(1)
  })
})

describe('the ledger', () => {
  const complaints = (history: Entry[], ...lines: Holding['lines'][number][]) => checkLedger(history, [holding({ lines })])
  test('misses a line, and sees one twice', () => {
    expect(complaints([line('L', 5)])).toEqual(['machine 0: line L is lost'])
    expect(complaints([line('L', 5)], { name: 'L', amount: 5 }, { name: 'L', amount: 5 })).toHaveLength(2)
  })
  test('sees another amount', () => expect(complaints([line('L', 5)], { name: 'L', amount: 6 })).toHaveLength(1))
  test('counts an unknown line only where it is there', () => {
    expect(complaints([line('L', 5, 'unknown')])).toEqual([])
    expect(complaints([line('L', 5, 'unknown')], { name: 'L', amount: 5 })).toEqual([])
  })
})

test('the numbers may be neither given twice nor changed', () => {
  expect(checkNumbers([ticket('S', 'T-A-1'), ticket('T', 'T-A-1')], [])).toEqual(['T-A-1 was given 2 times'])
  const twice = [
    { subject: 'S', number: 'T-A-1', companyId: 'c' },
    { subject: 'T', number: 'T-A-1', companyId: 'c' },
  ]
  expect(checkNumbers([ticket('S', 'T-A-1'), ticket('T', null, 'unknown')], [holding({ tickets: twice })])).toHaveLength(1)
  const changed = holding({ tickets: [{ subject: 'S', number: 'T-A-9', companyId: 'c' }] })
  expect(checkNumbers([ticket('S', 'T-A-1')], [changed])).toEqual(['machine 0: S was told to be T-A-1 and is T-A-9'])
})

test('causality is broken by a ticket without its company, once read or in the end', () => {
  expect(checkCausality([{ kind: 'read', machine: 2, tickets: 1, orphans: ['T'] }], [])).toEqual([
    'machine 2 saw T without its company',
  ])
  const orphan = holding({ tickets: [{ subject: 'T', number: 'T-A-1', companyId: 'gone' }] })
  expect(checkCausality([], [orphan])).toEqual(['machine 0: T has no company'])
})

test.each<[string, Partial<Holding>]>([
  ['a damaged file', { integrity: 'row 7 missing from index' }],
  ['a hole in the log', { gaps: ['1 change sets of a1'] }],
  ['another log', { log: { a1: '2:ff' } }],
  ['another chain', { log: { a1: '3:fe' } }],
  ['other rows', { digest: 'e' }],
])('machines have not met while one has %s', (_what, changes) => {
  expect(checkConvergence([], [holding(), holding({ machine: 1 })])).toEqual([])
  expect(checkConvergence([], [holding(), holding({ machine: 1, ...changes })])).toHaveLength(1)
})

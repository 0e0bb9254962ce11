// What other machines say is written into logs: it stays on its line, is short, and does not come again and again.
import { expect, test } from 'vitest'
import { differences } from '#main/engine/command-line/hub-news.ts'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { createDigestReport } from '#main/sync/digest-report.ts'
import { hello } from '#main/sync/messages.ts'

const HOUR = 3_600_000
const A = 'a'.repeat(64)

const reporting = () => {
  const lines: string[] = []
  let now = 10 * HOUR
  const report = createDigestReport({ nowMs: () => now, log: ({ message }) => lines.push(message) })
  return { lines, report, pass: (ms: number) => (now += ms) }
}

test('differing rows are counted and named by what looks like an id', () => {
  const { lines, report } = reporting()
  const id = '01900000-0000-7000-8000-00000000000a'
  const open = `10:${id}:3:${'0'.repeat(32)}-17`
  report(A, [
    { table: 10, rows: [id, 'Anna Berg, 030 100', `x\n[error] all is lost`, open, 'y'.repeat(400)] },
    { table: 11, rows: [] },
  ])
  expect(lines).toEqual([
    `Machine ${A} has the same change sets and other rows in 2 tables. table 10: 5 rows, ${id}, ${open}; table 11: 0 rows`,
  ])
})

test('however much a machine says, the log stays short', () => {
  const { lines, report } = reporting()
  report(
    A,
    Array.from({ length: 1000 }, (_, table) => ({ table, rows: Array.from({ length: 50 }, () => 'z'.repeat(120)) })),
  )
  expect(lines[0]?.length).toBeLessThan(15_000)
})

test('a machine that is right and wrong by turns is logged once an hour', () => {
  const { lines, report, pass } = reporting()
  for (let turn = 0; turn < 10; turn += 1) {
    report(A, [{ table: 10, rows: ['c1'] }])
    report(A, [])
  }
  expect(lines).toHaveLength(1)
  report('b'.repeat(64), [{ table: 10, rows: ['c1'] }])
  expect(lines).toHaveLength(2)
  pass(HOUR)
  report(A, [{ table: 10, rows: ['c1'] }])
  expect(lines).toHaveLength(3)
  // The clock was set back by a day.
  pass(-24 * HOUR)
  report(A, [{ table: 10, rows: ['c1'] }])
  expect(lines).toHaveLength(4)
})

const greeting = (app: string, name: string) => {
  const proofs = ['0'.repeat(64)]
  const said = hello.parse({ protocol: 2, oldest: 2, app, schema: 1, name, proofs, topics: [] })
  return [said.app, said.name]
}

test('what a machine says of itself is one line, and an honest version stays as it is', () => {
  expect(greeting('1.2.3-beta.4+5', 'PC-3 前台')).toEqual(['1.2.3-beta.4+5', 'PC-3 前台'])
  expect(greeting('1\n[error] all is lost', 'PC\u001b[2J-3\u2028')).toEqual(['1?error?all?is?lost', 'PC [2J-3 '])
})

test('the log of a hub keeps each piece of news on its line', () => {
  const device: NetworkStatus['devices'][number] = {
    ...{ id: A, name: 'PC-3', letter: 'B\n[error] all is lost', isThis: false, isConnected: true, lastSeenAt: null },
    ...{ app: '1\n2', lastUserName: null, isNewer: false, address: null, toSend: null, toTake: null, clockAheadMs: null },
    ...{ trouble: null, untilAt: null, unreached: null },
  }
  const status: NetworkStatus = {
    ...{ state: 'quiet', sentence: { messageKey: '', params: {} }, isOn: true, name: 'Box', port: 47_311, addresses: [] },
    ...{ taking: null, invitation: null, files: [], joining: [], signs: {}, removed: [], devices: [device] },
  }
  expect(differences(null, status).map(({ text }) => text)).toEqual([
    'network quiet on port 47311, 1 of 1 machines connected',
    'machine B?error?all?is?lost connected',
    'machine B?error?all?is?lost runs version 1?2',
  ])
})

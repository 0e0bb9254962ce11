// Tickets on a real engine: numbers, queues, the clock, and what is said on them.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

type Priority = 'low' | 'normal' | 'high' | 'urgent'

const create = (subject: string, fields: { priority?: Priority; assigneeId?: string | null; companyId?: string } = {}) =>
  app.ask('tickets.create', { subject, ...fields })

const statusId = async (name: string): Promise<string> => {
  const status = (await app.ask('tickets.statuses', {})).find((one) => one.name === name)
  if (!status) throw new Error(`No status ${name}`)
  return status.id
}

const setStatus = async (id: string, name: string) => app.ask('tickets.setStatus', { id, statusId: await statusId(name) })

type Queue = 'open' | 'mine' | 'unassigned' | 'closed' | 'all'
const subjects = async (queue: Queue): Promise<string[]> => {
  const { count } = await app.ask('tickets.outline', { queue })
  const rows = await app.ask('tickets.list', { queue, after: null, limit: 100 })
  expect(count).toBe(rows.length)
  return rows.map(({ subject }) => subject)
}

test('new tickets are numbered one after the other and start with a running clock', async () => {
  const first = await create('Leak')
  const second = await create('Noise')
  expect([first.number, second.number]).toEqual(['T-A-1001', 'T-A-1002'])
  expect(await app.ask('tickets.get', { id: first.id })).toMatchObject({
    priority: 'normal',
    closedAt: null,
    status: { name: 'New', clock: 'runs' },
    messages: [],
    firstReplyAt: null,
  })
})

test('a number is not given twice, even if its ticket was undone', async () => {
  await create('Mistake')
  await app.ask('history.undoLast', {})
  expect((await create('Real')).number).toBe('T-A-1002')
})

describe('the clock', () => {
  test('closes a ticket when it stops and opens it when it runs or pauses again', async () => {
    const { id } = await create('Leak')
    const solved = await setStatus(id, 'Solved')
    expect(solved.closedAt).not.toBeNull()
    app.pass(60_000)
    expect((await setStatus(id, 'Closed')).closedAt).toBe(solved.closedAt)
    expect((await setStatus(id, 'Waiting for customer')).closedAt).toBeNull()
  })

  test('is set by a reply that names a status, in one operation', async () => {
    const { id } = await create('Leak')
    await app.ask('tickets.reply', { id, kind: 'reply', text: 'Fixed.', statusId: await statusId('Solved') })
    expect(await app.ask('tickets.get', { id })).toMatchObject({ status: { name: 'Solved' }, messages: [{ text: 'Fixed.' }] })

    await app.ask('history.undoLast', {})
    expect(await app.ask('tickets.get', { id })).toMatchObject({ status: { name: 'New' }, messages: [], closedAt: null })
  })
})

describe('queues', () => {
  test('open holds what runs or waits, closed the rest, all both', async () => {
    const [leak, noise] = [await create('Leak'), await create('Noise')]
    await create('Smell')
    await setStatus(leak.id, 'Solved')
    await setStatus(noise.id, 'Waiting for third party')

    expect(await subjects('open')).toEqual(['Smell', 'Noise'])
    expect(await subjects('closed')).toEqual(['Leak'])
    expect(await subjects('all')).toEqual(['Smell', 'Noise', 'Leak'])
  })

  test('mine and unassigned follow the assignee', async () => {
    const leak = await create('Leak')
    await create('Noise')
    await app.ask('tickets.assign', { id: leak.id, assigneeId: app.owner.userId })

    expect(await subjects('mine')).toEqual(['Leak'])
    expect(await subjects('unassigned')).toEqual(['Noise'])
  })

  test('show the most urgent first', async () => {
    await create('Low', { priority: 'low' })
    await create('Urgent', { priority: 'urgent' })
    await create('Normal')
    await create('High', { priority: 'high' })
    expect(await subjects('open')).toEqual(['Urgent', 'High', 'Normal', 'Low'])
  })

  test('of more than a thousand are whole when read in blocks', async () => {
    const open = await statusId('New')
    const solved = await statusId('Solved')
    app.writer.write({ actor: app.owner.userId, procedure: 'imports.run' }, (tx) => {
      const priorities = ['low', 'normal', 'normal', 'urgent'] as const
      for (let index = 0; index < 1501; index++) {
        tx.insert('tickets', {
          ...{ subject: `Ticket ${index}`, number: tx.nextNumber('T'), channel: 'email' },
          priority: priorities[index % 4] ?? 'normal',
          ...(index % 5 === 0 ? { statusId: solved, closedAt: tx.at } : { statusId: open }),
        })
      }
    })
    for (const [queue, expected] of [
      ['all', 1501],
      ['open', 1200],
      ['closed', 301],
    ] as const) {
      const { count, anchors, blockSize } = await app.ask('tickets.outline', { queue })
      const seen: string[] = []
      for (const after of anchors) {
        seen.push(...(await app.ask('tickets.list', { queue, after, limit: blockSize })).map(({ id }) => id))
      }
      expect([count, seen.length, new Set(seen).size]).toEqual([expected, expected, expected])
    }
  })

  test('sort numbers as numbers', async () => {
    const status = await statusId('New')
    app.writer.write({ actor: app.owner.userId, procedure: 'imports.run' }, (tx) => {
      for (const number of ['T-B-10', 'T-A-100', 'T-A-9', 'T-A-10']) {
        tx.insert('tickets', { subject: number, number, priority: 'normal', channel: 'email', statusId: status })
      }
    })
    const rows = await app.ask('tickets.list', { sort: 'number', direction: 'asc', after: null, limit: 10 })
    expect(rows.map(({ number }) => number)).toEqual(['T-A-9', 'T-A-10', 'T-A-100', 'T-B-10'])
  })

  test('are narrowed by what was typed, the number too', async () => {
    await create('Leak in hall 3')
    await create('打印机不工作')
    const found = async (text: string) =>
      (await app.ask('tickets.list', { text, after: null, limit: 10 })).map(({ subject }) => subject)
    expect(await found('hall')).toEqual(['Leak in hall 3'])
    expect(await found('dayinji')).toEqual(['打印机不工作'])
    expect(await found('T-A-1002')).toEqual(['打印机不工作'])
  })
})

describe('what is said on a ticket', () => {
  test('stands in order, with its author; the first reply is told from notes and requests', async () => {
    const { id } = await create('Leak')
    const say = (kind: 'reply' | 'note' | 'request', text: string) => app.ask('tickets.reply', { id, kind, text })
    await say('request', 'It is worse today.')
    await say('note', 'Ask the plumber.')
    const reply = await say('reply', 'We are on our way.')
    await say('reply', 'Fixed.')

    const ticket = await app.ask('tickets.get', { id })
    expect(ticket.messages.map(({ text, authorName }) => [text, authorName])).toEqual([
      ['It is worse today.', null],
      ['Ask the plumber.', 'Anna Berg'],
      ['We are on our way.', 'Anna Berg'],
      ['Fixed.', 'Anna Berg'],
    ])
    expect(ticket.firstReplyAt).toBe(reply.sentAt)
    expect(await app.ask('tickets.list', { after: null, limit: 1 })).toMatchObject([
      { lastMessageAt: ticket.messages.at(-1)?.sentAt },
    ])
  })

  test('is more than blanks', async () => {
    const { id } = await create('Leak')
    expect(await app.call('tickets.reply', { id, kind: 'note', text: ' \n ' })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', issues: [{ field: 'text', code: 'required' }] },
    })
  })

  test('nothing is said on an archived ticket', async () => {
    const { id } = await create('Leak')
    await app.ask('tickets.archive', { id })
    expect(await app.call('tickets.reply', { id, kind: 'note', text: 'Hello?' })).toMatchObject({
      ok: false,
      error: { code: 'conflict', messageKey: 'tickets.archived' },
    })
    await app.ask('tickets.restore', { id })
    expect(await app.call('tickets.reply', { id, kind: 'note', text: 'Hello!' })).toMatchObject({ ok: true })
  })
})

test('the tickets of a company stand with the open ones first', async () => {
  const company = await app.ask('companies.create', { name: 'Acme' })
  const solved = await create('Solved', { companyId: company.id })
  await create('Open', { companyId: company.id })
  await create('Elsewhere')
  await setStatus(solved.id, 'Solved')

  const tickets = await app.ask('tickets.ofRecord', { recordType: 'company', recordId: company.id })
  expect(tickets.map(({ subject, company: of }) => [subject, of?.name])).toEqual([
    ['Open', 'Acme'],
    ['Solved', 'Acme'],
  ])
})

test('a status or assignee that is not there is refused', async () => {
  const { id } = await create('Leak')
  const nobody = '01900000-0000-7000-8000-0000000000ff'
  expect(await app.call('tickets.setStatus', { id, statusId: nobody })).toMatchObject({
    ok: false,
    error: { code: 'not_found', messageKey: 'tickets.statusGone' },
  })
  expect(await app.call('tickets.assign', { id, assigneeId: nobody })).toMatchObject({
    ok: false,
    error: { code: 'invalid_input', issues: [{ field: 'assigneeId' }] },
  })
})

test('someone who may only look cannot answer', async () => {
  const { id } = await create('Leak')
  const guest = { ...app.owner, rights: ['tickets.view'] }
  expect(await app.call('tickets.reply', { id, kind: 'note', text: 'A' }, guest)).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  })
})

// What a member gone wild says in a conversation ends it by name, or is taken: the everyday part of `npm run fuzz`, and what that found.
import { randomBytes } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { createDeviceIdentity } from '#main/net/certificate.ts'
import { newCharter, withMember } from '#main/sync/charter.ts'
import { encodeMessage, messageTypes } from '#main/sync/messages.ts'
import { beginConversation, type Conversation, talkInPeace } from '../../fuzz/conversation.ts'
import { createDesk, type Desk, PORT } from '../../fuzz/desk.ts'
import { HEAP_MB } from '../../fuzz/limits.ts'
import { kindsOf } from '../../fuzz/message-kinds.ts'
import { fuzzMessages } from '../../fuzz/messages.ts'

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close()
})

const CHARTER = 52
const OTHERS = 56
const [HAVE, WANT, PIECE] = [41, 42, 43]

/** Three machines of an office, and what the second says to the first. */
const threeDesks = async () => {
  const [founder, wild, honest, stranger] = await Promise.all([...Array(4)].map(createDeviceIdentity))
  if (!founder || !wild || !honest || !stranger) throw new Error('four were asked for')
  const makeKey = (): string => randomBytes(32).toString('hex')
  const ofTwo = withMember(newCharter(founder, makeKey), founder, wild.deviceId, makeKey)
  const charter = withMember(ofTwo, founder, honest.deviceId, makeKey)
  const [first, second, third] = await Promise.all(
    [founder, wild, honest].map((identity, index) => createDesk(index, identity, charter)),
  )
  if (!first || !second || !third) throw new Error('three were asked for')
  desks.push(first, second, third)
  const kinds = kindsOf({ desk: first, wild: second, founder, honest, stranger, charter }, () => 0)
  const greeted = async (): Promise<Conversation> => {
    const conversation = beginConversation(first, second, 'accepted')
    const payload = kinds.find(({ type }) => type === messageTypes.hello)?.make(conversation, 'accepted')
    conversation.say({ type: messageTypes.hello, payload: payload ?? Buffer.alloc(0) })
    expect(await conversation.settled()).toBe(true)
    return conversation
  }
  return { desk: first, wild: second, honest: third, greeted }
}

test(
  'of 1200 made-up messages each ends the conversation by name and leaves nothing behind, or is taken',
  { timeout: 180_000 },
  async () => {
    const { outcomes, mostHeapMb } = await fuzzMessages(1200, 20_261_122)
    const topics = ['greeting', 'clock', 'exchange', 'presence', 'attachments', 'digest', 'charter', 'others', 'dial-back']
    expect(Object.keys(outcomes).toSorted()).toEqual(topics.toSorted())
    for (const topic of topics) {
      expect(outcomes[topic]?.taken, topic).toBeGreaterThan(0)
      expect(outcomes[topic]?.bad_message, topic).toBeGreaterThan(5)
    }
    expect(mostHeapMb).toBeLessThan(HEAP_MB)
  },
)

test('a key that claims to be the newest there can be is not taken: the charter can be read again', async () => {
  const { desk, honest, greeted } = await threeDesks()
  const conversation = await greeted()
  const before = desk.keeper.charter()
  const keys = before.keys.map((one) => ({ ...one, epoch: 1_000_000, covers: 'ab'.repeat(32) }))
  conversation.say({ type: CHARTER, payload: encodeMessage({ ...before, keys }) })
  expect(await conversation.settled()).toBe(false)
  expect(conversation.ending()).toEqual({ end: 'bad_message', detail: 'charter' })
  expect(desk.keeper.charter()).toEqual(before)
  expect(desk.flaw()).toBeNull()
  await conversation.close()
  desk.keeper.remove(honest.identity.deviceId)
  expect(desk.flaw()).toBeNull()
})

test('what was heard a whole age ago is passed on so that others take it', async () => {
  const { desk, wild, honest, greeted } = await threeDesks()
  const conversation = await greeted()
  const other = { deviceId: wild.identity.deviceId, addresses: [], held: 3, app: null }
  const tooOld = { port: PORT, others: [{ ...other, heardAgoMs: Number.MAX_SAFE_INTEGER }] }
  const old = { port: PORT, others: [{ ...other, heardAgoMs: 100 * 365 * 86_400_000 }] }
  conversation.say({ type: OTHERS, payload: encodeMessage(old) })
  expect(await conversation.settled()).toBe(true)
  desk.clock.now += 86_400_000
  await talkInPeace(desk, honest)
  conversation.say({ type: OTHERS, payload: encodeMessage(tooOld) })
  expect(await conversation.settled()).toBe(false)
  await conversation.close()
})

test('a place where nobody can be is refused, and nobody is called there', async () => {
  const { desk, wild, greeted } = await threeDesks()
  const before = desk.state(wild.identity.deviceId)
  for (const host of ['a\0b', 'fe80::1%a\0b', '', '0.0.0.0']) {
    const conversation = await greeted()
    const other = { deviceId: wild.identity.deviceId, addresses: [{ host, port: PORT }], heardAgoMs: 0, held: 3, app: null }
    conversation.say({ type: OTHERS, payload: encodeMessage({ port: PORT, others: [other] }) })
    expect(await conversation.settled(), host).toBe(false)
    expect(conversation.ending()).toEqual({ end: 'bad_message', detail: 'others' })
    await conversation.close()
  }
  expect(desk.state(wild.identity.deviceId)).toBe(before)
})

test('a clock that no date can show is refused', async () => {
  const { greeted } = await threeDesks()
  for (const answered of [1e300, -1e300, 8.64e15 + 1]) {
    const conversation = await greeted()
    conversation.say({ type: messageTypes.timeReply, payload: encodeMessage({ asked: 0, answered }) })
    expect(await conversation.settled()).toBe(false)
    expect(conversation.ending()).toEqual({ end: 'bad_message', detail: 'time' })
    await conversation.close()
  }
})

test.each([
  [{ reason: 'removed' }, 'removed'],
  [{ reason: 'bad_change_set' }, 'not_taken'],
  [{ reason: 'bad_change_set', leftAloneMs: 3_600_000 }, 'turned_away'],
  [{ reason: 'of a later version' }, 'other_version'],
  [{ reason: 'closing', ofALaterVersion: 1 }, 'closing'],
  [{ reason: 'bad_change_set', leftAloneMs: 1e300 }, 'bad_message'],
  [{ reason: 7 }, 'bad_message'],
])('the goodbye %j ends the conversation as %s', async (goodbye, end) => {
  const { greeted } = await threeDesks()
  const conversation = await greeted()
  conversation.say({ type: messageTypes.bye, payload: encodeMessage(goodbye) })
  expect(await conversation.settled()).toBe(false)
  expect(conversation.ending()?.end).toBe(end)
  await conversation.close()
})

test('a file that another one is sent for is not waited for ever', async () => {
  const { desk, greeted } = await threeDesks()
  const wanted = { hash: 'cd'.repeat(32), size: 10 }
  desk.traffic.want([wanted], 'shown')
  const conversation = await greeted()
  conversation.say({ type: HAVE, payload: encodeMessage({ hashes: [wanted.hash] }) })
  expect(await conversation.until(() => conversation.heard(WANT) !== undefined)).toBe(true)
  expect(desk.traffic.stateOf(wanted.hash)).toMatchObject({ state: 'coming' })
  conversation.say({ type: PIECE, payload: randomBytes(46) })
  expect(await conversation.settled()).toBe(false)
  expect(conversation.ending()).toMatchObject({ end: 'bad_message' })
  await conversation.close()
  await vi.waitFor(() => expect(desk.traffic.isIdle()).toBe(true))
  expect(desk.traffic.stateOf(wanted.hash)).toMatchObject({ state: 'nowhere', deviceId: null })
})

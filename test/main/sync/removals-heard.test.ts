// Who has heard that a machine was removed: by its own word, or passed on by another; who says nothing has not, as far as anybody knows.
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createDeviceIdentity, type DeviceIdentity } from '#main/net/certificate.ts'
import { newCharter, withMember } from '#main/sync/charter.ts'
import { type CharterKeeper, createCharterKeeper } from '#main/sync/charter-keeper.ts'
import { createRemovalsHeard, type Heard, type RemovalsHeard } from '#main/sync/removals-heard.ts'

const makeKey = (): string => randomBytes(32).toString('hex')

interface Told {
  readonly charter: CharterKeeper
  readonly removals: RemovalsHeard
  /** As it is kept. */
  readonly heard: () => Heard
  /** The same machine after a restart. */
  readonly again: () => RemovalsHeard
}

/** An office of five machines, as each of them knows it. */
const fiveMachines = async () => {
  const identities: DeviceIdentity[] = []
  for (let number = 0; number < 5; number++) identities.push(await createDeviceIdentity())
  const [founder, ...others] = identities
  if (!founder) throw new Error('There is one.')
  const office = others.reduce(
    (charter, { deviceId }) => withMember(charter, founder, deviceId, makeKey),
    newCharter(founder, makeKey),
  )
  const told = identities.map((identity): Told => {
    let heard: Heard = {}
    const charter = createCharterKeeper({ charter: office, identity, random: randomBytes, keep: () => undefined })
    const again = () => createRemovalsHeard({ charter, heard, onHeard: (now) => (heard = now), logBug: () => undefined })
    return { charter, removals: again(), heard: () => heard, again }
  })
  const [one, two, three] = told
  const [, two_, three_, four_, five_] = identities.map(({ deviceId }) => deviceId)
  if (!one || !two || !three || !two_ || !three_ || !four_ || !five_) throw new Error('There are five.')
  return { one, two, three, ids: { two: two_, three: three_, four: four_, five: five_ } }
}

test('whoever says the same has heard of each removal, and whoever says nothing or another thing has not', async () => {
  const { one, two, three, ids } = await fiveMachines()
  one.charter.remove(ids.five)
  one.removals.note([
    [ids.two, two.removals.cover()],
    [ids.three, null],
  ])
  expect(one.heard()).toEqual({})

  two.charter.take(one.charter.charter())
  one.removals.note([[ids.two, two.removals.cover()]])
  expect(one.heard()).toEqual({ [ids.five]: [ids.two] })

  // What was heard once stays heard, also when more was removed and over a restart.
  one.charter.remove(ids.four)
  one.removals.note([[ids.two, two.removals.cover()]])
  expect(one.heard()).toEqual({ [ids.five]: [ids.two] })
  three.charter.take(one.charter.charter())
  one.again().note([[ids.three, three.removals.cover()]])
  expect(one.heard()).toEqual({ [ids.five]: [ids.two, ids.three], [ids.four]: [ids.three] })
})

test('what a machine has heard of is passed on to such as never meet it', async () => {
  const { one, two, three, ids } = await fiveMachines()
  one.charter.remove(ids.five)
  two.charter.take(one.charter.charter())
  three.charter.take(one.charter.charter())
  const passOn = (): void => one.removals.note([[ids.three, two.removals.coverOf(ids.three)]])
  passOn()
  expect(one.heard()).toEqual({})
  two.removals.note([[ids.three, three.removals.cover()]])
  passOn()
  expect(one.heard()).toEqual({ [ids.five]: [ids.three] })
  // Of who was removed nothing is kept, and nothing taken.
  one.charter.remove(ids.three)
  two.charter.take(one.charter.charter())
  one.removals.note([ids.two, ids.three].map((id) => [id, two.removals.cover()]))
  expect(one.heard()).toEqual({ [ids.five]: [ids.two], [ids.three]: [ids.two] })
})

test('where it cannot be kept nothing else suffers, and it is heard the next time', async () => {
  const { one, two, ids } = await fiveMachines()
  one.charter.remove(ids.five)
  two.charter.take(one.charter.charter())
  let isFull = true
  const kept: Heard[] = []
  const logged: unknown[] = []
  const removals = createRemovalsHeard({
    charter: one.charter,
    heard: {},
    onHeard: (heard) => {
      if (isFull) throw new Error('the disk is full')
      kept.push(heard)
    },
    logBug: (error) => void logged.push(error),
  })
  const said = [[ids.two, two.removals.cover()]] as const
  removals.note(said)
  expect([kept, logged.length, removals.coverOf(ids.two)]).toEqual([[], 1, null])
  isFull = false
  removals.note(said)
  expect(kept).toEqual([{ [ids.five]: [ids.two] }])
})

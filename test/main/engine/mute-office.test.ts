// An office that lets a machine in and then says nothing: whoever waits for it gives up when they please, and nothing else waits behind them.
import { expect, onTestFinished, test } from 'vitest'
import { createDeviceIdentity } from '#main/net/certificate.ts'
import type { Link } from '#main/net/link.ts'
import { listen } from '#main/net/listen.ts'
import { machine } from './networked.ts'

/** Of a pairing: what the machine that joins says first. */
const START = new Map([[16, 64]])

/** Its address, and when a machine that was let in has begun to speak. */
const muteOffice = async () => {
  const { promise: reached, resolve } = Promise.withResolvers<unknown>()
  const onPairing = (link: Link): void => resolve(link.receive(START))
  const door = await listen({
    ...{ identity: await createDeviceIdentity(), port: 0, host: '127.0.0.1', onPairing },
    ...{ isTrusted: () => false, isInviting: () => true },
    ...{ onLink: () => undefined, onRefused: () => undefined, onError: () => undefined },
  })
  onTestFinished(() => door.close())
  return { address: `127.0.0.1:${door.port}`, reached }
}
const code = '12345678'

test('a pairing that gets no answer is cancelled at once, and what waited behind it goes on', { timeout: 20_000 }, async () => {
  const [{ address, reached }, one] = [await muteOffice(), await machine()]
  const cancel = new AbortController()
  const pairing = one.session.call('network.pair', { address, code, name: 'PC-2' }, { signal: cancel.signal })
  const choosing = one.ask('workspace.choose', { folder: null })
  await reached
  cancel.abort()
  expect(await pairing).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await choosing).toMatchObject({ ok: true })
})

test('quitting does not wait for an office that says nothing', { timeout: 20_000 }, async () => {
  const [{ address, reached }, one] = [await muteOffice(), await machine()]
  const pairing = one.ask('network.pair', { address, code, name: 'PC-2' })
  await reached
  await one.engine.close()
  expect(await pairing).toMatchObject({ ok: false, error: { code: 'cancelled' } })
})

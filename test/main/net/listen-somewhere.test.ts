// The port of the door: which ones are tried, in which order, and what is said where none can be had.
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { AppError } from '#shared/base/app-error.ts'
import { listenSomewhere, portsToTry } from '#main/net/listen-somewhere.ts'
import type { ListenOptions } from '#main/net/listen.ts'
import { HOST, machines } from './loopback.ts'

const door: Omit<ListenOptions, 'port'> = {
  ...{ identity: machines.host, host: HOST, isTrusted: () => false, isInviting: () => false },
  ...{ onLink: () => undefined, onPairing: () => undefined, onRefused: () => undefined, onError: () => undefined },
}
const usual = [47_311, 47_312, 47_313, 47_314, 47_315, 47_316, 47_317, 47_318, 47_319, 47_320]

test('the port of last time is tried first, then ten in a row, then any, each once', () => {
  expect(portsToTry([47_311])).toEqual([...usual, 0])
  expect(portsToTry([47_313])).toEqual([47_313, ...usual.filter((port) => port !== 47_313), 0])
  expect(portsToTry([50_000, 47_311])).toEqual([50_000, ...usual, 0])
  expect(portsToTry([0, 47_311])).toEqual([0])
})

test('a port that another program has is passed over', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) => {
    other.listen(0, HOST, () => {
      const at = other.address()
      resolve(typeof at === 'object' && at ? at.port : 0)
    })
  })
  onTestFinished(() => void other.close())
  const listener = await listenSomewhere(door, [port])
  expect(listener.port).not.toBe(port)
  await listener.close()
})

test('where none can be had, the first one is named', async () => {
  const tried: number[] = []
  const taken = ({ port }: ListenOptions): never => {
    throw new AppError('unavailable', 'sync.listen.port_taken', { port })
  }
  const listening = listenSomewhere(door, [50_000], (options) => {
    tried.push(options.port)
    return taken(options)
  })
  await expect(listening).rejects.toMatchObject({ messageKey: 'sync.listen.port_taken', params: { port: 50_000 } })
  expect(tried).toEqual([50_000, ...usual, 0])
})

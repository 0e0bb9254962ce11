// The search of the own subnet: whom it asks, how many at once, and that it stops when told.
import { expect, test } from 'vitest'
import type { UsableInterface } from '#main/net/interfaces.ts'
import { addressesAround, rangesAround, searchSubnet } from '#main/net/subnet-search.ts'

const at = (address: string, netmask = '255.255.255.0'): UsableInterface => ({
  ...{ name: address, ipv4: [{ address, netmask, broadcast: null }], ipv6: [], scope: null },
})

test('the own /24 is asked, also of a wider network, and less of a narrower one', () => {
  const wide = addressesAround([at('10.20.30.40', '255.0.0.0')])
  expect([wide.length, wide[0], wide.at(-1)]).toEqual([253, '10.20.30.1', '10.20.30.254'])
  expect(wide).not.toContain('10.20.30.40')
  expect(addressesAround([at('192.168.1.5', '255.255.255.248')])).toEqual([1, 2, 3, 4, 6].map((last) => `192.168.1.${last}`))
  expect(addressesAround([at('255.0.0.5')])[252]).toBe('255.0.0.254')
})

test('two addresses in one network ask everyone once, and a single machine is not searched', () => {
  expect(addressesAround([at('10.0.0.1'), at('10.0.0.2')])).toHaveLength(252)
  expect(addressesAround([at('10.8.0.2', '255.255.255.255')])).toEqual([])
})

test('what is searched is named as a network, each once', () => {
  expect(rangesAround([at('10.20.30.40', '255.0.0.0'), at('10.20.30.41'), at('192.168.1.5', '255.255.255.248')])).toEqual([
    '10.20.30.0/24',
    '192.168.1.0/29',
  ])
  expect(rangesAround([at('10.8.0.2', '255.255.255.255')])).toEqual([])
})

test('at most 64 are asked at once, and each answer is counted', async () => {
  let open = 0
  let most = 0
  const progress: number[] = []
  const search = await searchSubnet({
    interfaces: [at('10.0.0.1')],
    ports: [5000],
    onProgress: ({ asked, of }) => void progress.push(asked / of),
    asks: async (address, port) => {
      most = Math.max(most, (open += 1))
      await new Promise((resolve) => setImmediate(resolve))
      open -= 1
      return port === 5000 && ['10.0.0.7', '10.0.0.99'].includes(address)
    },
  })
  expect(search).toEqual({
    found: ['10.0.0.7', '10.0.0.99'].map((host) => ({ host, port: 5000 })),
    asked: 253,
    of: 253,
    isCancelled: false,
  })
  expect(most).toBe(64)
  expect([progress.length, progress.at(-1)]).toEqual([253, 1])
})

test('a search that is cancelled ends soon and keeps what it found', async () => {
  const cancel = new AbortController()
  const search = await searchSubnet({
    interfaces: [at('10.0.0.1')],
    ports: [5000],
    signal: cancel.signal,
    onFound: () => cancel.abort(),
    asks: (address) => Promise.resolve(address === '10.0.0.7'),
  })
  expect(search.isCancelled).toBe(true)
  expect(search.found).toEqual([{ host: '10.0.0.7', port: 5000 }])
  expect(search.asked).toBeLessThan(130)
})

test('who gave way to another program is found at a later port', async () => {
  const asked: number[] = []
  const { found, of } = await searchSubnet({
    interfaces: [at('10.0.0.1', '255.255.255.248')],
    ports: [5000, 5001],
    asks: (address, port) => {
      asked.push(port)
      return Promise.resolve(address === '10.0.0.4' && port === 5001)
    },
  })
  expect([found, of]).toEqual([[{ host: '10.0.0.4', port: 5001 }], 10])
  expect(asked).toEqual(asked.toSorted((one, other) => one - other))
})

test('a search without a network asks nobody', async () => {
  expect(await searchSubnet({ interfaces: [], ports: [5000] })).toEqual({ found: [], asked: 0, of: 0, isCancelled: false })
})

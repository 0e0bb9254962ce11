// The headless engine, its caches warmed; answers what memory it holds then.
import { setTimeout as sleep } from 'node:timers/promises'
import { type ServedEngine, withServedEngine } from './served-engine.ts'

const SORTS = { companies: ['name', 'updatedAt', 'city', 'industry'], contacts: ['name', 'updatedAt'] } as const
const WORDS = ['Schmidt', '华腾', 'zjh', '8013', 'Beacon', '王', 'prices', '报价']

const warm = async (ask: ServedEngine['ask']): Promise<void> => {
  for (const [feature, sorts] of Object.entries(SORTS)) {
    for (const sort of sorts) {
      const { anchors } = (await ask(`${feature}.outline`, { sort })) as { anchors: unknown[] }
      for (const after of anchors) await ask(`${feature}.list`, { sort, after, limit: 200 })
    }
  }
  for (const text of WORDS) await ask('search.find', { text, limit: 200 })
  await ask('deals.board', {})
  for (let index = 0; index < 200; index++) await ask('companies.create', { name: `Warm ${index}` })
}

/** Starts `kith serve`, warms it, and answers its memory in MB. */
export const memoryOfWarmEngine = (folder: string): Promise<number> =>
  withServedEngine(folder, async ({ ask, memory }) => {
    await warm(ask)
    await sleep(1000)
    return memory().nowMb
  })

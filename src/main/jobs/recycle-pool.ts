// Puts customers that nobody does anything about back into the public pool, once a day. Switched off, it changes nothing.
import type { Job } from './job.ts'

export const recyclePool: Job = {
  name: 'recycle-pool',
  run: async ({ call }) => {
    const reply = await call('pool.recycle', { isDaily: true })
    if (!reply.ok) throw new Error(`pool.recycle: ${reply.error.messageKey}`)
  },
}

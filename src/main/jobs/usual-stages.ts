// Gives a workspace that was made before there was a lifecycle its usual stages.
import type { Job } from './job.ts'

export const usualStages: Job = {
  name: 'usual-stages',
  run: async ({ call }) => {
    const reply = await call('lifecycleStages.ensure', {})
    if (!reply.ok) throw new Error(`lifecycleStages.ensure: ${reply.error.messageKey}`)
  },
}

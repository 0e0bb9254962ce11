// Takes away contents of files that no record ever came to speak of, once a day.
import type { Job } from './job.ts'

export const sweepAttachments: Job = {
  name: 'sweep-attachments',
  run: async ({ call }) => {
    const reply = await call('attachments.sweep', {})
    if (!reply.ok) throw new Error(`attachments.sweep: ${reply.error.messageKey}`)
  },
}

// What is done when nothing was asked for a while. A new job adds one line.
import type { Job } from './job.ts'
import { recyclePool } from './recycle-pool.ts'
import { sweepAttachments } from './sweep-attachments.ts'
import { upkeep } from './upkeep.ts'
import { usualStages } from './usual-stages.ts'

export const idleJobs: readonly Job[] = [usualStages, recyclePool, sweepAttachments, upkeep]

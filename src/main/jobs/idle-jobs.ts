// What is done when nothing was asked for a while. A new job adds one line.
import type { Job } from './job.ts'
import { upkeep } from './upkeep.ts'

export const idleJobs: readonly Job[] = [upkeep]

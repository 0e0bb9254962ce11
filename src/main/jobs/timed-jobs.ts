// What is looked at every few seconds, whether or not anything was asked. A new job adds one line, and costs next to nothing until its time.
import type { Job } from './job.ts'
import { watchFolders } from './watch-folders.ts'

export const timedJobs: readonly Job[] = [watchFolders]

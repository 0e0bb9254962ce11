// Merges the search index and shortens the write-ahead log after a stretch of work.
import type { Job } from './job.ts'

export const upkeep: Job = { name: 'upkeep', run: ({ writer }) => writer.tidy() }

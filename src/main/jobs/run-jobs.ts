// Runs the jobs one after the other; one that fails is logged and stops no other.
import { type Job, jobActor, type JobContext } from './job.ts'
import type { Call } from '#main/rpc/call.ts'

export interface JobRunner {
  readonly call: Call
  readonly writer: JobContext['writer']
  readonly logBug: (job: string, error: unknown) => void
}

export const runJobs = async (jobs: readonly Job[], { call, writer, logBug }: JobRunner): Promise<void> => {
  for (const { name, run } of jobs) {
    try {
      await run({ writer, call: (path, input) => call(path, input, { actor: jobActor }) })
    } catch (error) {
      logBug(name, error)
    }
  }
}

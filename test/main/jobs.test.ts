import { expect, test } from 'vitest'
import { idleJobs } from '#main/jobs/idle-jobs.ts'
import type { Job } from '#main/jobs/job.ts'
import { runJobs } from '#main/jobs/run-jobs.ts'
import { createTestApp } from '../support/test-app.ts'

const runnerOf = async () => {
  const app = await createTestApp()
  const failed: string[] = []
  const call = (path: string, input: unknown, { actor }: { readonly actor: typeof app.owner }) => app.call(path, input, actor)
  return { app, failed, runner: { call, writer: app.writer, logBug: (job: string) => void failed.push(job) } }
}

test('what a job changes is logged without a user, shows on every screen and can be undone', async () => {
  const { app, runner } = await runnerOf()
  const written: string[][] = []
  app.onEvent((event) => event.type === 'changed' && written.push([...event.tables]))
  const job: Job = { name: 'test', run: async ({ call }) => void (await call('companies.create', { name: 'Made at night' })) }

  await runJobs([job], runner)
  expect(written).toEqual([['companies', 'search', 'sync_change']])
  const [operation] = (await app.ask('history.operations', {})).operations
  expect(operation).toMatchObject({ procedure: 'companies.create', actorName: null, subject: 'Made at night' })
  await app.ask('history.undo', { operation: operation?.id ?? '' })
  expect((await app.ask('companies.outline', {})).count).toBe(0)
})

test('a job that fails is told to the log and stops no other', async () => {
  const { failed, runner } = await runnerOf()
  const ran: string[] = []
  const jobs: Job[] = [
    { name: 'broken', run: () => Promise.reject(new Error('no')) },
    { name: 'next', run: () => void ran.push('next') },
  ]
  await runJobs(jobs, runner)
  expect([failed, ran]).toEqual([['broken'], ['next']])
})

test('upkeep leaves the records and the search as they are', async () => {
  const { app, failed, runner } = await runnerOf()
  for (let index = 0; index < 50; index++)
    await app.ask('companies.create', { name: `Acme ${index}`, phone: String(8000 + index) })
  await runJobs(idleJobs, runner)
  expect(failed).toEqual([])
  expect(await app.ask('search.find', { text: '8013' })).toMatchObject([{ title: 'Acme 13' }])
  expect((await app.ask('companies.outline', {})).count).toBe(50)
})

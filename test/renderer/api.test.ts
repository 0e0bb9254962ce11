import { QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { createClient } from '#renderer/api/api-context.tsx'
import { createQueryClient } from '#renderer/api/query-client.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { AppEvent, Bridge, Reply } from '#shared/base/procedure.ts'

/** A bridge whose answers are given by hand, one call at a time. */
const createHandBridge = () => {
  const calls: { readonly callId: string; readonly path: string; readonly answer: (reply: Reply) => void }[] = []
  const cancelled: string[] = []
  const listeners = new Set<(event: AppEvent) => void>()
  const bridge: Bridge = {
    call: (callId, path) => new Promise((answer) => void calls.push({ callId, path, answer })),
    cancel: (callId) => void cancelled.push(callId),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { bridge, calls, cancelled, emit: (event: AppEvent) => listeners.forEach((listener) => listener(event)) }
}

const setUp = () => {
  const hand = createHandBridge()
  const queryClient = createQueryClient()
  return { ...hand, queryClient, client: createClient(hand.bridge, queryClient) }
}

const users = (rev: number, ...names: string[]): Reply => ({
  ok: true,
  data: names.map((name) => ({ id: name, name, canSignIn: true })),
  reads: ['users'],
  rev,
})

test('a commit asks again only for what was read from its tables', async () => {
  const { client, calls, emit, queryClient } = setUp()
  const observer = new QueryObserver(queryClient, client.api.users.list({}))
  const stop = observer.subscribe(() => {})
  calls[0]?.answer(users(1, 'Anna'))
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toHaveLength(1))

  emit({ type: 'changed', tables: ['deals'], rev: 2 })
  expect(calls).toHaveLength(1)
  emit({ type: 'changed', tables: ['users', 'deals'], rev: 3 })
  await vi.waitFor(() => expect(calls).toHaveLength(2))
  stop()
})

test('an answer that is older than a commit already heard of is asked for again', async () => {
  const { client, calls, emit, queryClient } = setUp()
  const observer = new QueryObserver(queryClient, client.api.users.list({}))
  const stop = observer.subscribe(() => {})

  emit({ type: 'changed', tables: ['users'], rev: 5 })
  calls[0]?.answer(users(4, 'Anna'))
  await vi.waitFor(() => expect(calls).toHaveLength(2))
  calls[1]?.answer(users(5, 'Anna', 'Bo'))

  await vi.waitFor(() => expect(observer.getCurrentResult().data).toHaveLength(2))
  stop()
})

test('what changes without a commit while it is asked for is asked for again', async () => {
  const { client, calls, emit, queryClient } = setUp()
  emit({ type: 'changed', tables: ['users'], rev: 0 })
  const observer = new QueryObserver(queryClient, client.api.users.list({}))
  const stop = observer.subscribe(() => {})

  emit({ type: 'changed', tables: ['deals'], rev: 0 })
  emit({ type: 'changed', tables: ['users'], rev: 0 })
  calls[0]?.answer(users(4, 'Anna'))
  await vi.waitFor(() => expect(calls).toHaveLength(2))
  calls[1]?.answer(users(4, 'Anna', 'Bo'))
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toHaveLength(2))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(calls).toHaveLength(2)
  stop()
})

test('a query that nobody waits for any more is cancelled on the other side', async () => {
  const { client, calls, cancelled, queryClient } = setUp()
  const stop = new QueryObserver(queryClient, client.api.search.find({ text: 'a' })).subscribe(() => {})
  await vi.waitFor(() => expect(calls).toHaveLength(1))

  stop()

  expect(cancelled).toEqual([calls[0]?.callId])
})

test('a refusal becomes an error with the sentence’s key and the fields it is about', async () => {
  const { client, calls } = setUp()
  const outcome = client.api.companies.create().run({ name: '' })
  calls[0]?.answer({
    ok: false,
    error: {
      code: 'invalid_input',
      messageKey: 'errors.invalid_input',
      params: {},
      issues: [{ field: 'name', code: 'too_small', params: { minimum: 1, origin: 'string' } }],
    },
  })

  const error: unknown = await outcome.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(AppError)
  expect(error).toMatchObject({ code: 'invalid_input', details: { issues: [{ field: 'name' }] } })
})

test('progress reaches the call it belongs to, and no other', async () => {
  const { client, calls, emit } = setUp()
  const heard: number[] = []
  const outcome = client.api.samples.create().run({ language: 'en' }, { onProgress: ({ done }) => heard.push(done) })
  const callId = calls[0]?.callId ?? ''

  emit({ type: 'progress', callId: `${callId}0`, progress: { step: 'rows', done: 1, total: 2 } })
  emit({ type: 'progress', callId, progress: { step: 'rows', done: 2, total: 2 } })
  calls[0]?.answer({ ok: true, data: { records: 2 }, reads: [], rev: 1, operation: 'abc-1' })

  expect(await outcome).toEqual({ data: { records: 2 }, operation: 'abc-1' })
  expect(heard).toEqual([2])
})

// Real threads without a file: what runs in them does as the tests say.
import { startThreads, type Threads, type ThreadsOptions } from '#main/engine/threads.ts'

export const startObedient = (changes: Partial<ThreadsOptions> = {}): Promise<Threads> =>
  startThreads({
    file: new URL('./obedient-worker.ts', import.meta.url),
    folder: '/nowhere',
    dataKey: new Uint8Array(32),
    cipher: 'aegis',
    birth: null,
    past: () => ({ last: null, deviceName: 'test-machine' }),
    onIdentity: () => undefined,
    onEnd: () => undefined,
    onSending: async () => undefined,
    onChanged: () => undefined,
    onBug: () => undefined,
    onCrash: () => undefined,
    ...changes,
  })

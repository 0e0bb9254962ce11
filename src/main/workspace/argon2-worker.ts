// A thread that lives for one password: Argon2's 64 MiB leave with it, and no window waits for it.
import { parentPort, workerData } from 'node:worker_threads'
import { argon2, type PasswordQuestion } from './argon2.ts'

// `workerData` is untyped; only `argon2InThread` starts this file.
const key = await argon2(workerData as PasswordQuestion)
parentPort?.postMessage(key)

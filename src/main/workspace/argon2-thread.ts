// Starts the thread that derives a key from a password, and takes its answer.
import { Worker } from 'node:worker_threads'
import type { DeriveFromPassword, PasswordQuestion } from './argon2.ts'

/** `file` is the built `argon2-worker`. */
export const argon2InThread =
  (file: URL | string): DeriveFromPassword =>
  (question) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(file, { workerData: question satisfies PasswordQuestion, name: 'kith-argon2' })
      worker.once('message', (key: Uint8Array) => resolve(key))
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`The password thread ended with ${code}`)))
    })

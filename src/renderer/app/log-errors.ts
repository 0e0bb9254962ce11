// Errors that no screen caught go to the log, with where they happened.
import type { Client } from '#renderer/api/api-context.tsx'

export const logErrors = ({ shell }: Client): void => {
  const log = (thrown: unknown) => {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    // If even the log does not answer there is nowhere left to say so.
    shell.logError().run(describe(error)).catch(console.error)
  }
  window.addEventListener('error', (event) => log(event.error))
  window.addEventListener('unhandledrejection', (event) => log(event.reason))
}

export const describe = (error: Error): { readonly message: string; readonly stack: string | null } => ({
  message: error.message.slice(0, 4000),
  stack: error.stack?.slice(0, 20_000) ?? null,
})

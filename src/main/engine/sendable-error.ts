// An error on its way from a thread to the log.

/** What happened where, with its stack and its causes; whatever else hangs on the error stays in the thread. */
export const sendableError = (where: string, error: unknown): Error => {
  const sent = new Error(`${where}: ${String(error)}`)
  if (!(error instanceof Error)) return sent
  if (error.stack) sent.stack = error.stack
  if (error.cause !== undefined) sent.cause = sendableError('cause', error.cause)
  return sent
}

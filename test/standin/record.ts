// What would have left the app: opened pages, prints, refused requests. Specs read it through `recorded`.

export interface Recorded {
  readonly kind: string
  readonly [detail: string]: unknown
}

export const recorded: Recorded[] = []

export const record = (kind: string, details: Record<string, unknown>) => {
  recorded.push({ ...details, kind })
  if (process.env['STANDIN_VERBOSE'] === '1') process.stderr.write(`stand-in: ${kind} ${JSON.stringify(details)}\n`)
}

// Who is at work in an open workspace.

export interface Person {
  readonly id: string
  readonly name: string
}

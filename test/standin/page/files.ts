// webUtils.getPathForFile is synchronous, and only Chromium's debugger knows a file's path. So the paths are asked for before the
// page hears of the files: an event with new files is held back and sent again once they are known.
// The source text of `watchFiles` runs in the page's isolated world, so it may use nothing from outside itself.

export interface FileWatch {
  readonly pathOf: (file: unknown) => string
}

export const watchFiles = (ask: (files: File[], answer: (paths: string[]) => void) => void): FileWatch => {
  const paths = new Map<string, string>()
  // A file changes its identity between worlds, so it is known by what stays the same.
  const keyOf = (file: File) => JSON.stringify([file.name, file.size, file.lastModified, file.type])

  const learn = (files: File[], then: () => void) => {
    ask(files, (found) => {
      files.forEach((file, at) => {
        const path = found[at] ?? ''
        const known = paths.get(keyOf(file))
        paths.set(keyOf(file), known === undefined || known === path ? path : '?')
      })
      then()
    })
  }
  const isNew = (file: File) => !paths.has(keyOf(file))
  const filesOf = (list: FileList | undefined | null) => [...(list ?? [])]

  for (const name of ['input', 'change']) {
    addEventListener(
      name,
      (event) => {
        const input = event.composedPath()[0]
        if (!(input instanceof HTMLInputElement) || input.type !== 'file' || !filesOf(input.files).some(isNew)) return
        event.stopImmediatePropagation()
        learn(filesOf(input.files), () => input.dispatchEvent(new Event(name, { bubbles: true, composed: event.composed })))
      },
      true,
    )
  }
  addEventListener(
    'drop',
    (event) => {
      const files = filesOf(event.dataTransfer?.files)
      const target = event.composedPath()[0]
      if (files.length === 0 || !files.some(isNew) || !(target instanceof Element)) return
      event.stopImmediatePropagation()
      event.preventDefault()
      const { clientX, clientY, ctrlKey, shiftKey, altKey } = event
      learn(files, () => {
        const dataTransfer = new DataTransfer()
        for (const file of files) dataTransfer.items.add(file)
        target.dispatchEvent(
          new DragEvent('drop', {
            bubbles: true,
            cancelable: true,
            composed: true,
            dataTransfer,
            clientX,
            clientY,
            ctrlKey,
            shiftKey,
            altKey,
          }),
        )
      })
    },
    true,
  )

  return {
    pathOf: (file) => {
      if (!(file instanceof File)) throw new TypeError("Failed to execute 'getPathForFile': parameter 1 is not of type 'File'.")
      const path = paths.get(keyOf(file)) ?? ''
      if (path === '?')
        throw new Error(`stand-in: two files named ${file.name} have the same size and time, so they cannot be told apart`)
      return path
    },
  }
}

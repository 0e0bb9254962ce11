// nativeImage and what capturePage gives: PNG bytes that know their size.
import { readFileSync } from 'node:fs'
import { strict } from './strict.ts'

const widthAt = 16
const heightAt = 20

export const imageFromPng = (png: Buffer) =>
  strict('NativeImage', {
    toPNG: () => png,
    isEmpty: () => png.length === 0,
    getSize: () =>
      png.length > heightAt + 4
        ? { width: png.readUInt32BE(widthAt), height: png.readUInt32BE(heightAt) }
        : { width: 0, height: 0 },
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
  })

export const nativeImage = strict('nativeImage', {
  createEmpty: () => imageFromPng(Buffer.alloc(0)),
  createFromBuffer: (png: Buffer) => imageFromPng(png),
  createFromPath: (path: string) => imageFromPng(readFileSync(path)),
})

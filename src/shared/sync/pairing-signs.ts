// Four signs that two computers show after they let each other in, so that the people in front of them can compare: each is the same in every language.
import { z } from 'zod'

/** The number of a sign is its place here: a machine of another version shows the same, so the list stays as it is for ever. */
export const pairingSigns = [
  'anchor',
  'apple',
  'backpack',
  'balloon',
  'bell',
  'bicycle',
  'binoculars',
  'book',
  'bread',
  'brush',
  'bulb',
  'bus',
  'cactus',
  'cake',
  'camera',
  'candle',
  'car',
  'carrot',
  'cat',
  'cheese',
  'cherries',
  'clock',
  'cloud',
  'crown',
  'cup',
  'diamond',
  'dice',
  'dog',
  'door',
  'feather',
  'fish',
  'flame',
  'flower',
  'gift',
  'hammer',
  'headphones',
  'heart',
  'helicopter',
  'hourglass',
  'key',
  'ladder',
  'lighthouse',
  'magnet',
  'moon',
  'mountain',
  'mushroom',
  'pencil',
  'pig',
  'plane',
  'radio',
  'rocket',
  'sailboat',
  'scissors',
  'shirt',
  'snowflake',
  'sofa',
  'spider',
  'star',
  'sun',
  'tent',
  'tractor',
  'tree',
  'umbrella',
  'windmill',
] as const
export type PairingSign = (typeof pairingSigns)[number]

/** Places in `pairingSigns`. */
export const fourSigns = z
  .array(
    z
      .int()
      .min(0)
      .max(pairingSigns.length - 1),
  )
  .length(4)
export type FourSigns = z.infer<typeof fourSigns>

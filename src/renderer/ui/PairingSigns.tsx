// The four signs by which two people see that their computers let in each other and nobody else. A hint in passing: nobody has to confirm it.
import {
  IconAnchor,
  IconApple,
  IconBackpack,
  IconBalloon,
  IconBell,
  IconBike,
  IconBinoculars,
  IconBook,
  IconBread,
  IconBrush,
  IconBuildingLighthouse,
  IconBulb,
  IconBus,
  IconCactus,
  IconCake,
  IconCamera,
  IconCandle,
  IconCar,
  IconCarrot,
  IconCat,
  IconCheese,
  IconCherry,
  IconClock,
  IconCloud,
  IconCrown,
  IconDiamond,
  IconDice5,
  IconDog,
  IconDoor,
  IconFeather,
  IconFish,
  IconFlame,
  IconFlower,
  IconGift,
  IconHammer,
  IconHeadphones,
  IconHeart,
  IconHelicopter,
  IconHourglass,
  IconKey,
  IconLadder,
  IconMagnet,
  IconMoon,
  IconMountain,
  IconMug,
  IconMushroom,
  IconPencil,
  IconPig,
  IconPlane,
  IconRadio,
  IconRocket,
  IconSailboat,
  IconScissors,
  IconShirt,
  IconSnowflake,
  IconSofa,
  IconSpider,
  IconStar,
  IconSun,
  IconTent,
  IconTractor,
  IconTree,
  IconUmbrella,
  IconWindmill,
  type TablerIcon,
} from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { type FourSigns, type PairingSign, pairingSigns } from '#shared/sync/pairing-signs.ts'
import classes from './PairingSigns.module.css'
import { Sign } from './Sign.tsx'

const icons: Readonly<Record<PairingSign, TablerIcon>> = {
  anchor: IconAnchor,
  apple: IconApple,
  backpack: IconBackpack,
  balloon: IconBalloon,
  bell: IconBell,
  bicycle: IconBike,
  binoculars: IconBinoculars,
  book: IconBook,
  bread: IconBread,
  brush: IconBrush,
  bulb: IconBulb,
  bus: IconBus,
  cactus: IconCactus,
  cake: IconCake,
  camera: IconCamera,
  candle: IconCandle,
  car: IconCar,
  carrot: IconCarrot,
  cat: IconCat,
  cheese: IconCheese,
  cherries: IconCherry,
  clock: IconClock,
  cloud: IconCloud,
  crown: IconCrown,
  cup: IconMug,
  diamond: IconDiamond,
  dice: IconDice5,
  dog: IconDog,
  door: IconDoor,
  feather: IconFeather,
  fish: IconFish,
  flame: IconFlame,
  flower: IconFlower,
  gift: IconGift,
  hammer: IconHammer,
  headphones: IconHeadphones,
  heart: IconHeart,
  helicopter: IconHelicopter,
  hourglass: IconHourglass,
  key: IconKey,
  ladder: IconLadder,
  lighthouse: IconBuildingLighthouse,
  magnet: IconMagnet,
  moon: IconMoon,
  mountain: IconMountain,
  mushroom: IconMushroom,
  pencil: IconPencil,
  pig: IconPig,
  plane: IconPlane,
  radio: IconRadio,
  rocket: IconRocket,
  sailboat: IconSailboat,
  scissors: IconScissors,
  shirt: IconShirt,
  snowflake: IconSnowflake,
  sofa: IconSofa,
  spider: IconSpider,
  star: IconStar,
  sun: IconSun,
  tent: IconTent,
  tractor: IconTractor,
  tree: IconTree,
  umbrella: IconUmbrella,
  windmill: IconWindmill,
}

interface PairingSignsProps {
  readonly signs: FourSigns
  /** What to compare them with. */
  readonly text: string
}

export function PairingSigns({ signs, text }: PairingSignsProps) {
  const t = useT()
  return (
    <div className={classes['compare']}>
      <ol className={classes['signs']} aria-label={text}>
        {signs
          .flatMap((number) => pairingSigns[number] ?? [])
          .map((name, place) => (
            <li key={place}>
              <Sign icon={icons[name]} text={t(`pairing_signs.${name}`)} />
            </li>
          ))}
      </ol>
      <span className={classes['text']}>{text}</span>
    </div>
  )
}

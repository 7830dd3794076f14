import { Text } from '@mantine/core'
import { QRCodeSVG } from 'qrcode.react'
import { useState } from 'react'
import type { ServerStatus } from '../../../shared/domain/settings.ts'
import { Copy } from '../../ui/Copyable.tsx'
import classes from './AddressList.module.css'

/** The exact address to type into a charger, for each network interface, with a QR code of the chosen one. */
export function AddressList({ status }: { status: ServerStatus }) {
  const plain = status.addresses.toSorted((a, b) => Number(a.loopback) - Number(b.loopback))
  const secure = (status.secure?.urls ?? []).map((url) => ({
    interface: 'TLS, profiles 2 and 3',
    url,
    loopback: /\/\/(127\.|\[::1)/.test(url),
  }))
  const addresses = [...plain, ...secure.filter(({ loopback }) => !loopback || plain.every((each) => each.loopback))]
  const [chosen, setChosen] = useState<string | null>(null)
  const url = addresses.find((address) => address.url === chosen)?.url ?? addresses[0]?.url
  if (url === undefined) return <Text size="sm">This machine has no network address. Connect it to the charger's network.</Text>
  return (
    <div className={classes.list}>
      <ul className={classes.addresses}>
        {addresses.map((address) => (
          <li key={address.interface + address.url} className={classes.address} data-chosen={address.url === url || undefined}>
            <button type="button" className={classes.url} onClick={() => setChosen(address.url)} aria-pressed={address.url === url}>
              {address.url}
            </button>
            <Copy text={address.url} what={`the address of ${address.interface}`} />
            <span className={classes.interface}>{address.loopback ? 'only from this machine' : address.interface}</span>
          </li>
        ))}
      </ul>
      <figure className={classes.code}>
        <QRCodeSVG value={url} size={116} marginSize={2} title={`QR code of ${url}`} />
      </figure>
    </div>
  )
}

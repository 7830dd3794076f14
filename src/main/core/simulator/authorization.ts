import type { Configuration } from './configuration.ts'
import type { AskedCalls, IdTagInfo } from './messages.ts'

type SendLocalList = AskedCalls['SendLocalList']

const mostInCache = 500

/** What the charger itself knows about users: the local list and the cache (OCPP 1.6 §3.5). */
export class Authorization {
  #settings: Configuration
  #now: () => number
  #cache = new Map<string, IdTagInfo>()
  #list = new Map<string, IdTagInfo>()
  #listVersion = 0

  constructor(settings: Configuration, now: () => number) {
    this.#settings = settings
    this.#now = now
  }

  /** What is known of a user without asking; the list goes before the cache. */
  known(idTag: string): IdTagInfo['status'] | null {
    const key = idTag.toLowerCase()
    const listed = this.#settings.flag('LocalAuthListEnabled') ? this.#list.get(key) : undefined
    const info = listed ?? (this.#settings.flag('AuthorizationCacheEnabled') ? this.#cache.get(key) : undefined)
    if (info === undefined) return null
    return info.expiryDate !== undefined && Date.parse(info.expiryDate) <= this.#now() ? 'Expired' : info.status
  }

  /** Whether a user may charge while nobody can be asked. */
  allowedOffline(idTag: string): boolean {
    const status = this.#settings.flag('LocalAuthorizeOffline') ? this.known(idTag) : null
    return status === 'Accepted' || (status === null && this.#settings.flag('AllowOfflineTxForUnknownId'))
  }

  /** Keeps what the central system has said about a user. */
  learn(idTag: string, info: IdTagInfo): void {
    const key = idTag.toLowerCase()
    this.#cache.delete(key)
    this.#cache.set(key, info)
    for (const oldest of this.#cache.keys()) {
      if (this.#cache.size <= mostInCache) break
      this.#cache.delete(oldest)
    }
  }

  clearCache(): boolean {
    if (!this.#settings.flag('AuthorizationCacheEnabled')) return false
    this.#cache.clear()
    return true
  }

  get listVersion(): number {
    return this.#settings.flag('LocalAuthListEnabled') ? this.#listVersion : -1
  }

  /** SendLocalList (OCPP 1.6 §5.15). */
  updateList({ listVersion, localAuthorizationList = [], updateType }: SendLocalList[0]): SendLocalList[1]['status'] {
    if (!this.#settings.flag('LocalAuthListEnabled')) return 'NotSupported'
    if (updateType === 'Differential' && listVersion <= this.#listVersion) return 'VersionMismatch'
    if (localAuthorizationList.length > this.#settings.number('SendLocalListMaxLength')) return 'Failed'
    const list = new Map(updateType === 'Full' ? [] : this.#list)
    for (const { idTag, idTagInfo } of localAuthorizationList) {
      if (idTagInfo !== undefined) list.set(idTag.toLowerCase(), idTagInfo)
      else if (updateType === 'Full') return 'Failed'
      else list.delete(idTag.toLowerCase())
    }
    if (list.size > this.#settings.number('LocalAuthListMaxLength')) return 'Failed'
    this.#list = list
    this.#listVersion = listVersion
    return 'Accepted'
  }
}

import { get, getWithTag, post, put, remove, type Schemas } from '../../lib/api';

export type Server = Schemas['TravelServer'];
export type Feed = Schemas['TravelFeed'];
export type FeedLook = Schemas['FeedLook'];
export type Offer = Schemas['TravelOffer'];
export type Report = Schemas['ImportReport'];
export type Subscriber = Schemas['TravelSubscriber'];

export const readServer = () => getWithTag('/travel/server');
export const saveServer = ({ name, publishing, sharing }: Pick<Server, 'name' | 'publishing' | 'sharing'>, etag: string | null) =>
  put('/travel/server', { body: { name, publishing, sharing }, etag });
export const changeKey = (stolen: boolean, etag: string | null) => put('/travel/server/key', { body: { stolen }, etag });
export const readSubscribers = (cursor: string | null) => get('/travel/subscribers', { query: { cursor, limit: 50 } });
export const decide = (subscriber: string, accepted: boolean, key: string) => post('/travel/subscribers/{subscriber}/decision', { path: { subscriber }, body: { accepted }, key });

export const readFeeds = async () => (await get('/travel/feeds')).items;
export const readOffers = async () => (await get('/travel/offers')).items;
export const lookAt = (url: string, key: string) => post('/travel/look', { body: { url }, key, timeout: 60_000 });
export const subscribe = (url: string, publicKey: string, key: string) => post('/travel/feeds', { body: { url, key: publicKey }, key, timeout: 60_000 });
export const trustKey = (feed: string, publicKey: string, key: string) => post('/travel/feeds/{feed}/trust', { path: { feed }, body: { key: publicKey }, key, timeout: 60_000 });
export const askFeed = (feed: string, key: string) => post('/travel/feeds/{feed}/ask', { path: { feed }, key, timeout: 60_000 });
export const endFeed = (feed: string) => remove('/travel/feeds/{feed}', { path: { feed } });
export const examine = ({ feed, entry: { code, version } }: Offer, key: string) =>
  post('/travel/feeds/{feed}/examine', { path: { feed }, body: { code, version }, key, timeout: 180_000 });
export const install = ({ feed, entry: { code, version } }: Offer, addCodes: boolean, key: string) =>
  post('/travel/feeds/{feed}/install', { path: { feed }, body: { code, version, add_codes: addCodes }, key, timeout: 180_000 });

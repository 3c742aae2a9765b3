// A certified OpenID Connect provider for the tests: node provider.mjs PORT CLIENT_ID CLIENT_SECRET REDIRECT_URI
// PUT /accounts/NAME says what the provider claims of a person, and how the token it issues for them is to be wrong:
// PUT /made signs {"claims": {…}, "head": {…}, "signing": …} as it stands: a token that lies.
//   {"claims": {…}, "token": {claims put over those of a right token}, "signing": one of `signings`}
import { createHmac } from 'node:crypto';
import { json, text } from 'node:stream/consumers';

import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';

const [port, clientId, clientSecret, redirectUri] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const header = { alg: 'RS256', typ: 'JWT', kid: 'published' };
const ours = await generateKeyPair('RS256', { extractable: true });
const foreign = await generateKeyPair('RS256', { extractable: true });
const accounts = new Map();

const coded = part => Buffer.from(JSON.stringify(part)).toString('base64url');
const joined = (head, claims) => `${coded(head)}.${coded(claims)}`;
const hmac = (head, claims, secret) =>
  `${joined(head, claims)}.${createHmac('sha256', secret).update(joined(head, claims)).digest('base64url')}`;
const rsa = (claims, pair, head = header) => new SignJWT(claims).setProtectedHeader(head).sign(pair.privateKey);
const signings = {
  right: (claims, head = {}) => rsa(claims, ours, { ...header, ...head }),
  forged: (claims, head = {}) => rsa(claims, foreign, { ...header, ...head }),
  unpublished: claims => rsa(claims, foreign, { ...header, kid: 'unpublished' }),
  none: (claims, head = {}) => `${joined({ alg: 'none', typ: 'JWT', ...head }, claims)}.`,
  secret: (claims, head = {}) => hmac({ ...header, ...head, alg: 'HS256' }, claims, clientSecret),
  public: async (claims, head = {}) =>
    hmac({ ...header, ...head, alg: 'HS256' }, claims, await exportSPKI(ours.publicKey)),
  missing: () => undefined,
};

const provider = new Provider(issuer, {
  clients: [{
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code', 'client_credentials'],
    post_logout_redirect_uris: [redirectUri],
  }],
  jwks: { keys: [{ ...await exportJWK(ours.privateKey), kid: 'published', alg: 'RS256', use: 'sig' }] },
  cookies: { keys: ['of one test run'] },
  claims: { openid: ['sub'], profile: ['name', 'roles', 'groups', 'realm_access'] },
  conformIdTokenClaims: false,
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: id, ...accounts.get(id)?.claims }) }),
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (_, resource) => ({ scope: 'read', audience: resource, accessTokenFormat: 'jwt' }),
    },
  },
  extraTokenClaims: () => accounts.get(clientId)?.claims,
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  ttl: { AccessToken: 600, Grant: 3600, IdToken: 3600, Interaction: 600, Session: 3600 },
  async loadExistingGrant(ctx) {
    const grant = new provider.Grant({ clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});

async function interact(ctx) {
  if (ctx.method === 'GET') {
    ctx.type = 'html';
    ctx.body = `<!doctype html><title>Provider</title><form method="post">
      <label>Account <input name="account"></label><button>Continue</button></form>`;
    return;
  }
  const account = new URLSearchParams(await text(ctx.req)).get('account');
  const result = account ? { login: { accountId: account } } : { error: 'access_denied' };
  ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
}

provider.use(async (ctx, next) => {
  if (ctx.path.startsWith('/accounts/')) {
    accounts.set(decodeURIComponent(ctx.path.slice('/accounts/'.length)), await json(ctx.req));
    ctx.status = 204;
  } else if (ctx.path === '/made') {
    const { claims, head, signing = 'right' } = await json(ctx.req);
    ctx.body = await signings[signing](claims, head);
  } else if (ctx.path.startsWith('/interaction/')) {
    await interact(ctx);
  } else {
    await next();
    if (ctx.path === '/token' && ctx.body?.id_token) {
      const claims = JSON.parse(Buffer.from(ctx.body.id_token.split('.')[1], 'base64url'));
      const { token = {}, signing = 'right' } = accounts.get(claims.sub) ?? {};
      ctx.body = { ...ctx.body, id_token: await signings[signing]({ ...claims, ...token }) };
    }
  }
});

provider.listen(Number(port), '127.0.0.1', () => console.log(`ready at ${issuer}`));

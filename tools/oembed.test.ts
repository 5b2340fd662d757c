import { describe, expect, it } from 'vitest';
import { descriptionOf, oembed, pageOf } from './oembed';

const site = 'https://example.org/talk/';

describe('oEmbed', () => {
  it('describes a demo as a frame with absolute addresses', () => {
    const { html, ...rest } = descriptionOf('ntm-copy', site);
    expect(rest).toMatchObject({ version: '1.0', type: 'rich', provider_url: site, title: 'Live figure: ntm copy' });
    expect(html).toContain('src="https://example.org/talk/embed.html?demo=ntm-copy" sandbox="allow-scripts"');
  });

  it('can be found from a page that needs no script', () => {
    expect(pageOf('ntm-copy', site)).toMatch(
      /<link rel="alternate" type="application\/json\+oembed" href="https:\/\/example\.org\/talk\/oembed\/ntm-copy\.json"/,
    );
  });

  it('refuses an address that is none', () => {
    expect(() => oembed('example.org/talk')).toThrow('Invalid URL');
    expect(() => oembed(undefined)).not.toThrow();
  });
});

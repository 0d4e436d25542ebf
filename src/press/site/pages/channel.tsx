/**
 * Public preview of a channel in the shape that messengers give it: one `.tgme_widget_message_wrap` per post with
 * `data-post`, text with line breaks, views, `time[datetime]`; older posts under `?before=<number>`.
 */
import type { FrameView, HeadView } from '../page_view.js';
import { Document } from './document.js';

export interface PostView {
  /** `tondbad/1274` */
  readonly post: string;
  readonly href: string;
  readonly lines: readonly string[];
  readonly forwardedFrom: string | undefined;
  readonly link: { readonly href: string; readonly title: string; readonly site: string } | undefined;
  readonly views: string;
  readonly iso: string;
  readonly time: string;
  readonly edited: boolean;
}

export interface ChannelPageProps {
  readonly frame: FrameView;
  readonly head: HeadView;
  readonly channel: string;
  readonly about: string;
  /** Oldest first, as previews show them. */
  readonly posts: readonly PostView[];
  /** Address of the page before this one; absent when there is none. */
  readonly older: string | undefined;
}

export function ChannelPage({ frame, head, channel, about, posts, older }: ChannelPageProps) {
  return (
    <Document frame={frame} head={head}>
      <header class="tgme_header">
        <div class="tgme_channel_info">
          <div class="tgme_channel_info_header_title">
            <span dir="auto">{frame.name}</span>
          </div>
          <div class="tgme_channel_info_header_username">@{channel}</div>
          <div class="tgme_channel_info_description">{about}</div>
        </div>
      </header>
      <main class="tgme_main">
        <section class="tgme_channel_history js-message_history">
          {older !== undefined && (
            <div class="tgme_widget_message_centered js-messages_more_wrap">
              <a class="tme_messages_more js-messages_more" href={older}>
                {'پست\u200cهای پیشین'}
              </a>
            </div>
          )}
          {posts.map((post) => (
            <Post post={post} name={frame.name} />
          ))}
        </section>
      </main>
    </Document>
  );
}

function Post({ post, name }: { readonly post: PostView; readonly name: string }) {
  return (
    <div class="tgme_widget_message_wrap js-widget_message_wrap">
      <div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post={post.post}>
        <div class="tgme_widget_message_bubble">
          <div class="tgme_widget_message_author accent_color">
            <a class="tgme_widget_message_owner_name" href="/">
              <span dir="auto">{name}</span>
            </a>
          </div>
          {post.forwardedFrom !== undefined && (
            <div class="tgme_widget_message_forwarded_from accent_color">
              Forwarded from{' '}
              <span class="tgme_widget_message_forwarded_from_name" dir="auto">
                {post.forwardedFrom}
              </span>
            </div>
          )}
          <div class="tgme_widget_message_text js-message_text" dir="auto">
            {post.lines.map((line, index) => (
              <>
                {index > 0 && <br />}
                {line}
              </>
            ))}
          </div>
          {post.link !== undefined && (
            <a class="tgme_widget_message_link_preview" href={post.link.href}>
              <div class="link_preview_site_name accent_color">{post.link.site}</div>
              <div class="link_preview_title">{post.link.title}</div>
            </a>
          )}
          <div class="tgme_widget_message_footer compact js-message_footer">
            <div class="tgme_widget_message_info short js-message_info">
              <span class="tgme_widget_message_views">{post.views}</span>
              <span class="tgme_widget_message_meta">
                {post.edited && 'edited '}
                <a class="tgme_widget_message_date" href={post.href}>
                  <time datetime={post.iso} class="time">
                    {post.time}
                  </time>
                </a>
              </span>
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

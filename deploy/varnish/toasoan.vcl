vcl 4.1;

# Varnish 6.0 or later in front of Tòa Soạn, keeping readers' pages. It goes to /etc/varnish/toasoan.vcl; how Varnish is started, and
# what to change for one's own server, stands in deploy/README.md.
#
# The product says of each page by which keys it is to be forgotten (Surrogate-Key), and for how long it may be kept
# (X-Accel-Expires). Both stay here. What is announced comes as keys to a port of its own.

import std;

backend toasoan {
  .host = "127.0.0.1";
  .port = "3000";
  .connect_timeout = 2s;
  .first_byte_timeout = 130s;
  .between_bytes_timeout = 130s;
}

sub vcl_recv {
  # CACHE_PURGE_URL=http://127.0.0.1:8081/forget. Nobody else may reach that port.
  if (local.socket == "forget") {
    if (req.method != "PUT") { return (synth(405)); }
    if (req.http.Surrogate-Key == "*") {
      ban("obj.status != 0");
    } elsif (req.http.Surrogate-Key ~ "^[0-9a-f]{8}( [0-9a-f]{8})*$") {
      ban("obj.http.Surrogate-Key ~ " + regsuball(req.http.Surrogate-Key, " ", "|"));
    } else {
      return (synth(400));
    }
    return (synth(204));
  }

  # With PROXY (deploy/README.md) client.ip is the reader's, and the port the one that the reader used.
  set req.http.X-Forwarded-For = client.ip;
  set req.http.X-Forwarded-Host = req.http.Host;
  if (std.port(server.ip) == 443) {
    set req.http.X-Forwarded-Proto = "https";
  } else {
    set req.http.X-Forwarded-Proto = "http";
  }
  unset req.http.Surrogate-Capability;

  # What only a session, a press or a query decides; and pictures, documents and films, of which browsers ask whether they may
  # still be shown.
  if (req.method != "GET" && req.method != "HEAD") { return (pass); }
  if (req.url ~ "\?" || req.url ~ "^/(desk|login|api|_tep)(/|$)") { return (pass); }

  unset req.http.Cookie;
  unset req.http.Authorization;
  return (hash);
}

sub vcl_backend_fetch {
  if (!bereq.uncacheable) { set bereq.http.Surrogate-Capability = {"varnish="Surrogate/1.0""}; }
}

sub vcl_backend_response {
  # What is old is never sent instead of what is not there.
  set beresp.grace = 0s;
  if (bereq.uncacheable) {
    set beresp.do_stream = true;
    return (deliver);
  }
  if (beresp.http.X-Accel-Expires) {
    set beresp.ttl = std.duration(beresp.http.X-Accel-Expires + "s", 0s);
    # To be asked for by its tag afterwards.
    set beresp.keep = 10m;
    return (deliver);
  }
  if (bereq.url ~ "^/_next/static/" && beresp.status == 200) { return (deliver); }
  # Whoever asks for it meanwhile need not stand in line.
  set beresp.ttl = 1s;
  set beresp.uncacheable = true;
  return (deliver);
}

sub vcl_deliver {
  unset resp.http.Surrogate-Key;
  unset resp.http.X-Accel-Expires;
  unset resp.http.X-Varnish;
  unset resp.http.Via;
  unset resp.http.Age;
}

sub vcl_synth {
  if (local.socket == "forget") {
    set resp.body = "";
    return (deliver);
  }
}

# A page that cannot be fetched: the product's own words for a bad day are not there either.
sub vcl_backend_error {
  set beresp.http.Content-Type = "text/html; charset=utf-8";
  set beresp.http.Cache-Control = "no-store";
  set beresp.http.Retry-After = "10";
  set beresp.body = {"<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Trang đang bận</title></head><body><h1>Trang đang bận</h1><p>Mời bạn đọc quay lại sau ít phút.</p></body></html>"};
  return (deliver);
}

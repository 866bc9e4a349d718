vcl 4.1;

backend live_map {
  .host = "127.0.0.1";
  .port = "8787";
}

sub vcl_recv {
  # For a reader without gzip, Varnish would unpack the stream, and wait for 32 kB before it sends any.
  if (req.url ~ "/stream(\?|$)") {
    return (pipe);
  }
}

create trigger hook after insert on shop.audit for each row execute function shop.touch(
  '{"pwd": "s3cret", "private_key":"s3cret", "jwt" : "s3cret", "Cookie":"a=s3cret; b=s3cret", "x-signature": "s3cret", "pinned": "plain", "token_url": "https://plain/"}',
  '{"headers": "{\"Authorization\": \"s3cret s3cret\"}"}',
  'Authorization: Digest s3cret', 'x-api-key: s3cret', 'Basic czNjcmV0OnMzY3JldA==', 'basic things',
  'https://there/?sig=s3cret&kind=plain', 'https://there/?access_token=s3cret', 'https://me:s3c&et@there/',
  'host=there password=s3cret user=me', 'sk_live_s3cret', 'whsec_s3cret', 'task_live');

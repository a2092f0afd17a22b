-- What has become of it so far. $1 is the run's id, $2 its outcome, $3 its document.
update plumbline.run set outcome = $2, document = $3::text::json where id = $1

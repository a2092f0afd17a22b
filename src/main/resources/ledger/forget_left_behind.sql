delete from plumbline.left_behind

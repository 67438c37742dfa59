<?xml version="1.0" encoding="UTF-8"?>
<!-- A heading with a table of rows under it, whatever the namespace: the caller says which messages stand over the columns,
     and gives each row its cells in the mode "cells". Nothing where there are no rows. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">

  <xsl:template name="listing">
    <xsl:param name="rows"/>
    <xsl:param name="heading"/>
    <!-- Message codes apart by blanks, one for each column, and their widths in per cent. -->
    <xsl:param name="columns"/>
    <xsl:param name="widths"/>
    <xsl:if test="$rows">
      <section>
        <h2><xsl:value-of select="f:message($heading)"/></h2>
        <table class="listing">
          <colgroup><xsl:call-template name="widths"><xsl:with-param name="widths" select="concat($widths, ' ')"/></xsl:call-template></colgroup>
          <thead><tr><xsl:call-template name="heads"><xsl:with-param name="columns" select="concat($columns, ' ')"/></xsl:call-template></tr></thead>
          <tbody>
            <xsl:for-each select="$rows"><tr><xsl:apply-templates select="." mode="cells"/></tr></xsl:for-each>
          </tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="heads">
    <xsl:param name="columns"/>
    <xsl:if test="normalize-space($columns)">
      <th scope="col"><xsl:value-of select="f:message(substring-before($columns, ' '))"/></th>
      <xsl:call-template name="heads"><xsl:with-param name="columns" select="substring-after($columns, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="widths">
    <xsl:param name="widths"/>
    <xsl:if test="normalize-space($widths)">
      <col width="{substring-before($widths, ' ')}%"/>
      <xsl:call-template name="widths"><xsl:with-param name="widths" select="substring-after($widths, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A period, open where it has no end. -->
  <xsl:template name="period">
    <xsl:param name="from"/>
    <xsl:param name="to"/>
    <span class="dates"><xsl:value-of select="concat($from, '–', $to)"/></span>
  </xsl:template>
</xsl:stylesheet>
